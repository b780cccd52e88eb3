"""`decide` and `configure`: answers that fit are taken, others are refused in words."""

import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from application.commands.decide import Decide
from models.match import Side, Verb
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import SERVED, TALENT

POOL = ("--pool", "20")
VERBS = ("release", "accept", "decline", "cancel", "pin", "unpin", "retract", "recall", "unbar")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.fixture
def match(talentpool: Talentpool, stocked: Path) -> str:
    """The proposed match of the served line."""
    document = json.loads(talentpool("show", "request", SERVED, *POOL, "--json").out)
    return str(next(m["match_id"] for m in document["matches"] if m["state"] == "proposed"))


def _match(talentpool: Talentpool, id_: str) -> Any:
    document = json.loads(talentpool("show", "request", SERVED, *POOL, "--json").out)
    return next(m for m in document["matches"] if m["match_id"] == id_)


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_an_example_of_the_verb(talentpool: Talentpool, verb: str) -> None:
    said = talentpool("decide", verb, "--help")

    assert said.code == 0
    assert f"Example: talentpool decide {verb} " in said.out


def test_when_both_sides_accept_the_match_is_confirmed(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    with serving(stocked):
        one = talentpool("decide", "accept", match, "--by", "talent", "--wait")
        two = talentpool("decide", "accept", match, "--by", "municipality", "--wait", "--json")

    assert one.code == 0
    assert "人材として「承諾する」" in one.out
    assert "◐人材承諾" in one.out
    [after] = json.loads(two.out)["arrival"]["matches"]
    assert (after["match_id"], after["state"], after["pinned"]) == (match, "confirmed", True)
    back = f"talentpool decide retract {match} --by municipality"
    assert json.loads(two.out)["undo"] == [back]


def test_a_decline_says_why_and_is_not_offered_again(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    with serving(stocked):
        said = talentpool(
            *("decide", "decline", match, "--by", "talent", "--reason", "this_line", "--wait")
        )
        plan = talentpool("show", "unmet", *POOL, "--json")

    assert said.code == 0
    assert "この要請枠は受けない" in said.out
    assert "×辞退" in said.out
    assert "元に戻せません" in said.out
    assert f"{SERVED}/1" in plan.out


def test_a_decline_for_later_names_its_months(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    words = ("decide", "decline", match, "--by", "municipality", "--reason", "later")

    with serving(stocked):
        said = talentpool(*words, "--months", "2026-12..2027-01", "--wait")
        request = json.loads(talentpool("show", "request", SERVED, *POOL, "--json").out)

    live = [m for m in request["matches"] if m["state"] == "proposed"]
    assert said.code == 0
    assert all(not {"2026-12", "2027-01"} & set(m["hours"]) for m in live)


def test_pin_and_unpin_undo_each_other(talentpool: Talentpool, stocked: Path, match: str) -> None:
    with serving(stocked):
        pinned = talentpool("decide", "pin", match, "--wait", "--json")
        held = _match(talentpool, match)
        [undo] = json.loads(pinned.out)["undo"]
        talentpool(*shlex.split(undo)[1:], "--wait")
        loose = _match(talentpool, match)

    assert (held["fixed_by_hand"], loose["fixed_by_hand"]) == (True, False)


@pytest.mark.parametrize(
    "said",
    [
        ("accept", "--by", "talent"),
        ("accept", "--by", "municipality"),
        ("decline", "--by", "talent", "--reason", "this_line"),
        ("decline", "--by", "municipality", "--reason", "this_municipality"),
        ("cancel",),
    ],
)
def test_the_undo_of_an_answer_bars_nobody(
    talentpool: Talentpool, stocked: Path, match: str, said: Sequence[str]
) -> None:
    verb, *rest = said
    with serving(stocked):
        done = talentpool("decide", verb, match, *rest, "--wait", "--json")
        [undo] = json.loads(done.out)["undo"]
        back = talentpool(*shlex.split(undo)[1:], "--wait", "--json")
        request = json.loads(talentpool("show", "request", SERVED, *POOL, "--json").out)

    offered = [m for m in request["matches"] if m["state"] == "proposed"]
    assert (done.code, back.code) == (0, 0)
    assert [m["talent_id"] for m in offered] == [TALENT]
    assert [m["pinned"] for m in offered] == [False]


def test_a_pair_is_unbarred_by_its_line_and_talent(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    with serving(stocked):
        talentpool("decide", "cancel", match, "--wait")
        pair = ("--line", f"{SERVED}/1", "--talent", TALENT, *POOL)
        said = talentpool("decide", "unbar", *pair, "--wait")
        again = talentpool("decide", "unbar", *pair)

    assert said.code == 0
    assert "もう一度提案できるようにする" in said.out
    assert (again.code, "記録はありません" in again.err) == (2, True)


def test_a_release_is_taken_back_where_drafts_are_held(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    with serving(stocked):
        talentpool("configure", *POOL, "--hold-drafts", "--wait")
        said = talentpool("decide", "recall", match, "--wait", "--json")

    assert said.code == 0
    assert _match(talentpool, match)["state"] == "drafted"
    assert json.loads(said.out)["undo"] == [f"talentpool decide release {match}"]


def test_a_cancelled_match_ends(talentpool: Talentpool, stocked: Path, match: str) -> None:
    with serving(stocked):
        said = talentpool("decide", "cancel", match, "--wait")

    assert said.code == 0
    assert "×取消" in said.out


def test_all_drafts_are_released_at_once(talentpool: Talentpool, stocked: Path) -> None:
    with serving(stocked):
        talentpool("configure", *POOL, "--hold-drafts", "--wait")
        talentpool(
            *("post", "request", "--id", "R-9", "--municipality", "佐久市", "--title", "窓口"),
            *("--line", "engineer 2026-12 4h", "--pm-in-place", "--wait"),
        )
        said = talentpool("decide", "release", "--all", *POOL, "--wait", "--json")
        none = talentpool("decide", "release", "--all", *POOL)

    states = {m["state"] for m in json.loads(said.out)["arrival"]["matches"]}
    assert (said.code, states) == (0, {"proposed"})
    assert none.code == 0
    assert "下書きのマッチはありません" in none.out
    assert "show plan" in none.out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("accept", "MATCH"), "--by talent"),
        (("release", "MATCH"), "提案できるのは下書きだけです（今「提案中」）"),
        (("release",), "--all"),
        (("release", "MATCH", "--all"), "--all"),
        (("unpin", "MATCH"), "固定を外す"),
        (("retract", "MATCH", "--by", "talent"), "「承諾を取り消す」ができません"),
        (("recall", "MATCH"), "--hold-drafts"),
        (("unbar", "MATCH"), "辞退・取消の記録はありません"),
        (("unbar", "--line", "R-1/1"), "--talent"),
        (("unbar", "--line", f"{SERVED}/1", "--talent", TALENT, *POOL), "記録はありません"),
        (("accept", "MATCH", "--by", "municipality", "--municipality", "松本市"), "松本市の要請で"),
        (("pin", "M-NONE"), "M-NONE はありません"),
        (("pin", "MATCH", "MATCH"), "2回"),
        (("pin", "MATCH", "--pool", "15"), "プール 20"),
        (("decline", "MATCH", "--by", "talent"), "this_line"),
        (("decline", "MATCH", "--reason", "hours"), "--by"),
        (("decline", "MATCH", "--by", "talent", "--reason", "later"), "--months"),
        (
            ("decline", "MATCH", "--by", "talent", "--reason", "hours", "--months", "2026-12"),
            "--months",
        ),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_before_it_is_kept(
    talentpool: Talentpool, stocked: Path, match: str, words: Sequence[str], hint: str
) -> None:
    said = talentpool("decide", *(match if w == "MATCH" else w for w in words))

    assert (said.code, said.out) == (2, "")
    assert hint in said.err
    assert _match(talentpool, match)["revision"] == 1


def test_a_decision_about_a_revision_that_is_not_there_yet_is_refused_as_stale(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    said = talentpool("decide", "pin", match, "--seen", "77")

    assert (said.code, said.out) == (5, "")
    assert "第77版はまだありません（今は第1版）" in said.err
    assert _match(talentpool, match)["revision"] == 1


def test_one_wrong_match_keeps_all_others_as_they_are(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    said = talentpool("decide", "pin", match, "M-NONE")

    assert said.code == 2
    assert _match(talentpool, match)["revision"] == 1


def test_the_talent_of_the_stock_is_the_one_proposed(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    assert _match(talentpool, match)["talent_id"] == TALENT


@pytest.mark.parametrize("verb", ["accept", "pin", "release", "cancel"])
def test_a_decision_holds_only_for_the_match_that_was_seen(verb: str) -> None:
    side = Side.TALENT if verb == "accept" else None

    fact = Decide(verb=Verb(verb), match_ids=(), side=side).about(make.match(revision=7))

    assert fact.seen_revision == 7
