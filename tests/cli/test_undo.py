"""An undo takes back its own change and no other's, and asks where it would take more."""

import json
import shlex
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.entities import DemandLine, Request, Talent
from models.errors import Mistake
from models.ids import line_id
from models.months import plus
from service import office_time
from service.cli.post import edit_options
from tests import make
from tests.cli.conftest import Said, Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import SERVED, TALENT
from tests.cli.undone import applied, undoing
from wording.fields.registry import FIELDS

POOL = ("--pool", "20")
PLACES = ("202011", "202029", "202037", "202045", "202053")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def test_the_undo_of_a_new_line_removes_it_and_that_of_a_removed_line_brings_it_back() -> None:
    start = make.request("R-1", make.line(1), make.line(2, "pm", skills={"業務改革": 3}))
    longer = make.request("R-1", *start.lines, make.line(3))
    shorter = make.request("R-1", start.lines[0])

    assert undoing(start, longer)[:2] == ["--remove-line", "3"]
    name, text = undoing(start, shorter)[:2]
    assert (name, text) == (
        "--restore-line",
        "2: pm 2026-11=16 skill=業務改革:3 people=1 minimum=50",
    )
    with pytest.raises(Mistake, match="line_there_already"):
        applied(start, ["--restore-line", text])
    with pytest.raises(Mistake, match="restore_line_unreadable"):
        edit_options.restore_line("2 pm")


def test_months_in_a_row_with_the_same_hours_are_one_option() -> None:
    start = make.talent(capacity=make.hours(160, make.MONTHS[:4]))
    none = start.model_copy(update={"capacity": {}})

    assert undoing(start, none)[:2] == ["--hours", f"{make.MONTHS[0]}..{make.MONTHS[3]}=40"]
    assert undoing(none, start)[:2] == ["--hours", f"{make.MONTHS[0]}..{make.MONTHS[3]}=0"]


def test_every_field_can_be_written_back() -> None:
    for kind in (Request, Talent, DemandLine):
        unknown = set(kind.model_fields) - set(FIELDS)
        assert not unknown, "an undo could not name this field"
    assert line_id("R-1", 2) == "R-1/2"


def _undo_of(said: Said) -> list[str]:
    [undo] = json.loads(said.out)["undo"]
    return shlex.split(undo)[1:]


def _shown(talentpool: Talentpool, kind: str, id_: str) -> Any:
    return json.loads(talentpool("show", kind, id_, *POOL, "--json").out)


def test_what_a_colleague_changed_meanwhile_stays_when_a_change_is_undone(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        before = _shown(talentpool, "talent", TALENT)["capacity"]
        mine = talentpool(
            *("amend", "talent", TALENT, *POOL, "--hours", "2026-12=20", "--wait", "--json")
        )
        talentpool("amend", "talent", TALENT, *POOL, "--hours", "2027-02=0", "--wait")
        undone = talentpool(*_undo_of(mine), "--wait")
        after = _shown(talentpool, "talent", TALENT)["capacity"]

    assert (undone.code, undone.err) == (0, "")
    assert after == {month: hours for month, hours in before.items() if month != "2027-02"}


def test_an_undo_is_refused_where_the_same_month_has_changed_again(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        mine = talentpool(
            *("amend", "talent", TALENT, *POOL, "--hours", "2026-12=20", "--wait", "--json")
        )
        talentpool("amend", "talent", TALENT, *POOL, "--hours", "2026-12=30", "--wait")
        refused = talentpool(*_undo_of(mine), "--wait")
        after = _shown(talentpool, "talent", TALENT)["capacity"]
        forced = talentpool(*_undo_of(mine)[:-2], "--wait")

    assert refused.code == 2
    assert "その後また変わっています" in refused.err
    assert "30 →" in refused.err
    assert after["2026-12"] == 30
    assert forced.code == 0


def test_settings_go_back_one_by_one_and_not_over_a_later_change(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        mine = talentpool("configure", *POOL, "--set", "need.small=40", "--wait", "--json")
        talentpool("configure", *POOL, "--set", "need.island=50", "--wait")
        undone = talentpool(*_undo_of(mine), "--wait", "--json")
        need = json.loads(undone.out)["settings"]["need"]
        again = talentpool("configure", *POOL, "--set", "need.small=60", "--wait", "--json")
        talentpool("configure", *POOL, "--set", "need.small=70", "--wait")
        refused = talentpool(*_undo_of(again), "--wait")

    assert (need["small"], need["island"]) == (10, 50)
    assert refused.code == 2
    assert "その後また変わっています" in refused.err


def test_an_added_line_goes_again_and_a_removed_line_comes_back(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        added = talentpool(
            *("amend", "request", SERVED, *POOL, "--add-line", "pm 2026-12 4h", "--wait", "--json")
        )
        gone = talentpool(
            *("amend", "request", SERVED, *POOL, "--remove-line", "2", "--wait", "--json")
        )
        talentpool("amend", "request", SERVED, *POOL, "--set", "urgency=1", "--wait")
        talentpool(*_undo_of(gone), "--wait")
        back = _shown(talentpool, "request", SERVED)
        talentpool(*_undo_of(added), "--wait")
        after = _shown(talentpool, "request", SERVED)

    assert "--remove-line" in _undo_of(added)
    assert [line["line"] for line in back["lines"]] == [1, 2]
    assert (back["urgency"], after["urgency"]) == (1, 1)
    assert [line["line"] for line in after["lines"]] == [1]


def test_what_stood_in_months_that_are_over_comes_back_with_an_undo(
    talentpool: Talentpool, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--municipality", "佐久市", "--title", "窓口", "--role", "pm")
    months = f"{make.FIRST}..{plus(make.FIRST, 1)}"
    talentpool("post", "request", "--id", "R-9", *words, "--hours", f"{months}=8", *POOL)
    talentpool("amend", "request", "R-9", "--add-line", f"pm {months} 4h", *POOL)
    removed = talentpool("amend", "request", "R-9", "--remove-line", "2", *POOL, "--json")
    later = make.NOW + timedelta(days=31)
    monkeypatch.setattr(office_time, "office_clock", lambda _: lambda: later)
    less = talentpool("amend", "request", "R-9", "--hours", f"{make.FIRST}=4", *POOL, "--json")

    stated = talentpool("amend", "request", "R-9", "--hours", f"{make.FIRST}=8", *POOL)
    taken_back = [_undo(talentpool, less), _undo(talentpool, removed)]

    assert (stated.code, "もう終わった月です" in stated.err) == (2, True)
    assert [each.code for each in taken_back] == [0, 0], taken_back
    assert "8" in taken_back[0].out


def _undo(talentpool: Talentpool, said: Said) -> Said:
    [line] = json.loads(said.out)["undo"]
    return talentpool(*shlex.split(line)[1:])
