"""An undo takes back its own change and no other's, and asks where it would take more."""

import json
import shlex
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.edits import RemoveLine, edited
from application.edits_back import edits_back
from application.still_stands import code
from infra.registry import Registry
from models.entities import DemandLine, Request, Role, Talent
from models.errors import Mistake
from models.ids import line_id
from models.months import plus
from service import office_time
from service.cli.post import edit_options
from service.cli.post.edit_words import options as options_of
from tests import make
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import SERVED, TALENT
from wording.fields.registry import FIELDS

POOL = ("--pool", "20")
PLACES = ("202011", "202029", "202037", "202045", "202053")


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


_HOURS = st.dictionaries(st.sampled_from(make.MONTHS), st.integers(1, 400), min_size=1, max_size=4)
_NAMES = st.sampled_from(
    ("業務改革", "クラウド", "a b", "a,b", "x:1", "{y}", "-", "なし", "日本語1", "n'", '"')
)
_SKILLS = st.dictionaries(_NAMES, st.integers(1, 5), max_size=3)
_LINES = st.lists(
    st.builds(
        make.line,
        st.integers(1, 6),
        st.sampled_from(sorted(Role)),
        hours=_HOURS,
        people=st.integers(1, 5),
        skills=_SKILLS,
        minimum_percent=st.sampled_from((0, 50, 100)),
        on_site_percent=st.sampled_from((0, 20)),
        exclusive=st.booleans(),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda each: each.line,
).map(lambda lines: sorted(lines, key=lambda each: each.line))
_REQUESTS = st.builds(
    lambda lines, **given: make.request("R-1", *lines, **given),
    _LINES,
    title=st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12),
    urgency=st.integers(1, 3),
    nature=st.sampled_from(["continuous", "project", "advice"]),
    municipalities=st.lists(st.sampled_from(PLACES), min_size=1, unique=True).map(tuple),
    vendors=st.lists(st.sampled_from(("2000020202029", "7000012050002")), unique=True).map(tuple),
)
_TALENTS = st.builds(
    lambda roles, **given: make.talent("T-1", **given).model_copy(update={"roles": roles}),
    st.lists(st.sampled_from(Role), min_size=1, unique=True).map(tuple),
    capacity=_HOURS,
    skills=_SKILLS,
    excluded=st.lists(st.sampled_from(PLACES), unique=True).map(tuple),
    municipalities_at_once=st.integers(1, 5),
    base=st.sampled_from((None, PLACES[0])),
    contract_until=st.sampled_from(("2027-03", "2028-03")),
)


def applied(entity, options):
    readers = {
        "--set": lambda text: edit_options.set_field(type(entity), text, Registry(), "20"),
        "--hours": edit_options.set_hours,
        "--remove-line": lambda text: RemoveLine(number=int(text)),
        "--restore-line": edit_options.restore_line,
    }
    pairs = zip(options[::2], options[1::2], strict=True)
    return edited(entity, [readers[name](text) for name, text in pairs if name in readers])


def undoing(before, after):
    return options_of(edits_back(before, after), code(_json(after), _json(before)))


@given(_REQUESTS | _TALENTS, st.data())
def test_any_change_can_be_undone_by_the_options_it_prints(before, data):
    after = data.draw(_REQUESTS if isinstance(before, Request) else _TALENTS)

    options = undoing(before, after)
    back = applied(after, options)

    assert back == before
    assert bool(options) == (before != after)
    if options:
        assert options[-2:] == ["--if-still", code(_json(after), _json(back))]


def _json(entity):
    return entity.model_dump(mode="json")


#: Changes of single places, no two of which touch the same: the name says which.
SINGLE = {
    "month": lambda n: {"capacity": {"2026-12": n * 4}},
    "other month": lambda n: {"capacity": {"2027-02": n * 4}},
    "new month": lambda n: {"capacity": {"2027-05": n * 4}},
    "skill": lambda n: {"skills": {"業務改革": n}},
    "other skill": lambda n: {"skills": {"a,b": n}},
    "place": lambda _: {"excluded": ["202011"]},
    "other place": lambda _: {"excluded": ["202029"]},
    "at once": lambda n: {"municipalities_at_once": n},
    "overhead": lambda n: {"overhead": n},
}


def _with(talent: Talent, name: str, n: int) -> Talent:
    ((field, wanted),) = SINGLE[name](n).items()  # type: ignore[attr-defined]
    now = getattr(talent, field)
    if isinstance(wanted, dict):
        return talent.model_copy(update={field: {**now, **wanted}})
    if isinstance(wanted, list):
        return talent.model_copy(update={field: (*now, *wanted)})
    return talent.model_copy(update={field: wanted})


@given(st.permutations(sorted(SINGLE)), st.integers(1, 4), st.integers(1, 5), st.integers(1, 5))
def test_undoing_one_change_leaves_what_others_changed(order, of_one, n, m):
    start = make.talent(capacity=make.hours(160, make.MONTHS[:4]), skills={"業務改革": 3})
    one = two = start
    for name in order[:of_one]:
        one = _with(one, name, n)
    both = one
    for name in order[of_one:]:
        both, two = _with(both, name, m), _with(two, name, m)

    options = undoing(start, one)
    back = applied(both, options)

    assert back == two
    if options:
        assert options[-1] == code(_json(both), _json(back)), "nothing it takes back has changed"


@given(st.sampled_from(sorted(SINGLE)), st.integers(1, 5), st.integers(1, 5), st.integers(1, 5))
def test_an_undo_knows_whether_its_own_place_has_changed_again(name, before, n, m):
    start = _with(make.talent(skills={"業務改革": 3}), name, before)
    one, two = _with(start, name, n), _with(start, name, m)
    options = undoing(start, one)

    if options and two not in (start, one):
        assert options[-1] != code(_json(two), _json(applied(two, options)))


def test_the_undo_of_a_new_line_removes_it_and_that_of_a_removed_line_brings_it_back():
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


def test_months_in_a_row_with_the_same_hours_are_one_option():
    start = make.talent(capacity=make.hours(160, make.MONTHS[:4]))
    none = start.model_copy(update={"capacity": {}})

    assert undoing(start, none)[:2] == ["--hours", f"{make.MONTHS[0]}..{make.MONTHS[3]}=40"]
    assert undoing(none, start)[:2] == ["--hours", f"{make.MONTHS[0]}..{make.MONTHS[3]}=0"]


def test_every_field_can_be_written_back():
    for kind in (Request, Talent, DemandLine):
        unknown = set(kind.model_fields) - set(FIELDS)
        assert not unknown, "an undo could not name this field"
    assert line_id("R-1", 2) == "R-1/2"


def _undo_of(said):
    [undo] = json.loads(said.out)["undo"]
    return shlex.split(undo)[1:]


def _shown(talentpool, kind, id_):
    return json.loads(talentpool("show", kind, id_, *POOL, "--json").out)


def test_what_a_colleague_changed_meanwhile_stays_when_a_change_is_undone(talentpool, stocked):
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


def test_an_undo_is_refused_where_the_same_month_has_changed_again(talentpool, stocked):
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


def test_settings_go_back_one_by_one_and_not_over_a_later_change(talentpool, stocked):
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


def test_an_added_line_goes_again_and_a_removed_line_comes_back(talentpool, stocked):
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
    talentpool, stocked, monkeypatch
):
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


def _undo(talentpool, said):
    [line] = json.loads(said.out)["undo"]
    return talentpool(*shlex.split(line)[1:])
