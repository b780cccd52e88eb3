"""Whatever was changed, its undo takes back that and nothing else."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from application.still_stands import code
from models.entities import Request, Role, Talent
from tests import make
from tests.cli.undone import applied, as_json, undoing

PLACES = ("202011", "202029", "202037", "202045", "202053")

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


@given(_REQUESTS | _TALENTS, st.data())
def test_any_change_can_be_undone_by_the_options_it_prints(
    before: Request | Talent, data: st.DataObject
) -> None:
    after: Any = data.draw(_REQUESTS if isinstance(before, Request) else _TALENTS)

    options = undoing(before, after)
    back = applied(after, options)

    assert back == before
    assert bool(options) == (before != after)
    if options:
        assert options[-2:] == ["--if-still", code(as_json(after), as_json(back))]


#: Changes of single places, no two of which touch the same: the name says which.
SINGLE: dict[str, Callable[[int], dict[str, Any]]] = {
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
    ((field, wanted),) = SINGLE[name](n).items()
    now = getattr(talent, field)
    if isinstance(wanted, dict):
        return talent.model_copy(update={field: {**now, **wanted}})
    if isinstance(wanted, list):
        return talent.model_copy(update={field: (*now, *wanted)})
    return talent.model_copy(update={field: wanted})


@given(st.permutations(sorted(SINGLE)), st.integers(1, 4), st.integers(1, 5), st.integers(1, 5))
def test_undoing_one_change_leaves_what_others_changed(
    order: list[str], of_one: int, n: int, m: int
) -> None:
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
        assert options[-1] == code(as_json(both), as_json(back)), (
            "nothing it takes back has changed"
        )


@given(st.sampled_from(sorted(SINGLE)), st.integers(1, 5), st.integers(1, 5), st.integers(1, 5))
def test_an_undo_knows_whether_its_own_place_has_changed_again(
    name: str, before: int, n: int, m: int
) -> None:
    start = _with(make.talent(skills={"業務改革": 3}), name, before)
    one, two = _with(start, name, n), _with(start, name, m)
    options = undoing(start, one)

    if options and two not in (start, one):
        assert options[-1] != code(as_json(two), as_json(applied(two, options)))
