"""Who needs hours more, and why: each part on its own."""

from typing import Any

import pytest

from matcher.building.geography import Geography
from matcher.building.need import need
from matcher.building.problem_builder import build_problem
from models.match import LIVE
from models.municipality import Municipality
from models.pool_settings import Need, NeedPart
from tests import make
from tests.make import FIRST, MATSUMOTO, SAKU

WEIGHTS = Need(one_person_it=30, no_service=20, small=10, island=5, unserved=24)
LATELY = {MATSUMOTO: "2026-10", SAKU: "2026-10"}


def parts(region: Geography, *codes: str, last: Any = LATELY) -> dict[str, int]:
    return need(codes or (SAKU,), region, last, FIRST, WEIGHTS)  # type: ignore[arg-type, return-value]


def knowing(**given: Any) -> Geography:
    return Geography({SAKU: Municipality(code=SAKU, **given)})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, {}),
        ({"it_staff": 1}, {NeedPart.ONE_PERSON_IT: 30}),
        ({"it_staff": 0}, {NeedPart.ONE_PERSON_IT: 30}),
        ({"it_staff": 2}, {}),
        ({"digital_services": 0}, {NeedPart.NO_SERVICE: 20}),
        ({"digital_services": 1}, {}),
        ({"population": 9_999}, {NeedPart.SMALL: 10}),
        ({"population": 10_000}, {}),
        ({"island": True}, {NeedPart.ISLAND: 5}),
        ({"it_staff": 1, "island": True}, {NeedPart.ONE_PERSON_IT: 30, NeedPart.ISLAND: 5}),
    ],
)
def test_each_part_counts_where_it_is_known(given: Any, found: Any) -> None:
    assert parts(knowing(**given)) == found


def test_of_a_joint_request_the_neediest_counts_part_by_part() -> None:
    assert parts(knowing(it_staff=1), MATSUMOTO, SAKU) == {NeedPart.ONE_PERSON_IT: 30}


@pytest.mark.parametrize(
    ("last", "percent"),
    [("2026-10", 0), ("2026-09", 2), ("2026-05", 10), ("2025-10", 24), ("2020-01", 24)],
)
def test_need_grows_month_by_month_until_a_year_without_anybody(last: str, percent: int) -> None:
    found = parts(Geography(), last={SAKU: last})

    assert found == ({NeedPart.UNSERVED: percent} if percent else {})


def test_where_nobody_ever_worked_it_counts_in_full() -> None:
    assert parts(Geography(), last={}) == {NeedPart.UNSERVED: 24}


def test_only_what_was_worked_counts_as_served() -> None:
    request = make.request("R-1", make.line(hours=make.hours(16, ["2026-10", *make.MONTHS])))
    matches = [make.match(state=state, hours=make.hours(16, ["2026-10", FIRST])) for state in LIVE]

    def unserved(served: Any) -> int:
        snapshot = make.snapshot([request], [make.talent()], matches, served=served)
        return build_problem(snapshot, FIRST).problem.lines[0].need.get(NeedPart.UNSERVED, 0)

    assert unserved({}) == 30
    assert unserved({SAKU: "2026-10"}) == 0
    assert unserved({MATSUMOTO: "2026-10"}) == 30


def test_the_worth_of_a_line_is_urgency_times_need_and_shows_its_parts() -> None:
    snapshot = make.snapshot([make.request("R-1", make.line(), urgency=2)], [make.talent()])

    [line] = build_problem(snapshot, FIRST, knowing(it_staff=1)).problem.lines

    assert line.need == {NeedPart.ONE_PERSON_IT: 30, NeedPart.UNSERVED: 30}
    assert line.value == 130 * 160 // 100


def test_vendors_of_the_municipality_are_concerned_like_those_of_the_request() -> None:
    number, other = "7000012050002", "5000012010008"
    request = make.request("R-1", make.line(), vendors=(number,))
    region = knowing(vendors=(other, number))

    [line] = build_problem(make.snapshot([request], [make.talent()]), FIRST, region).problem.lines

    assert line.vendors == (number, other)


@pytest.mark.parametrize("last", [FIRST, "2027-06"])
def test_where_it_was_worked_in_a_later_month_than_is_planned_first_nothing_is_added(
    last: str,
) -> None:
    assert parts(Geography(), last={SAKU: last}) == {}
