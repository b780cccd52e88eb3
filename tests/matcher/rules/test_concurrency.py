import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import concurrency  # type: ignore[attr-defined]
from tests.matcher.make_problem import (
    AUG,
    JUL,
    MATSUMOTO,
    OKAYA,
    UEDA,
    line,
    problem,
    talent,
    works,
)
from tests.matcher.solve_mip import is_feasible

PLACES = [
    line("R1/1", municipalities=(MATSUMOTO,)),
    line("R2/1", municipalities=(UEDA,)),
    line("R3/1", municipalities=(OKAYA,)),
]


@pytest.mark.parametrize(("at_once", "allowed"), [(1, False), (2, True)])
def test_so_many_municipalities_in_a_month_as_the_talent_may_serve(
    at_once: int, allowed: bool
) -> None:
    mip = MipModel(problem([talent(municipalities_at_once=at_once)], PLACES))

    concurrency(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "aya", {JUL: 8})

    assert is_feasible(mip) is allowed


def test_other_months_do_not_count() -> None:
    mip = MipModel(problem([talent(municipalities_at_once=1)], PLACES))

    concurrency(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "aya", {AUG: 8})

    assert is_feasible(mip)


def test_two_lines_of_one_municipality_are_one_place() -> None:
    mip = MipModel(problem([talent(municipalities_at_once=1)], [line("R1/1"), line("R2/1")]))

    concurrency(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "aya", {JUL: 8})

    assert is_feasible(mip)


def test_the_municipalities_of_a_joint_request_are_one_place() -> None:
    joint = line("R1/1", municipalities=(MATSUMOTO, UEDA))
    mip = MipModel(problem([talent(municipalities_at_once=1)], [joint]))

    concurrency(mip)
    mip.fix("R1/1", "aya", {JUL: 8})

    assert is_feasible(mip)


def test_a_joint_request_is_another_place_than_one_of_its_municipalities() -> None:
    joint = line("R1/1", municipalities=(MATSUMOTO, UEDA))
    mip = MipModel(problem([talent(municipalities_at_once=1)], [joint, line("R2/1")]))

    concurrency(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "aya", {JUL: 8})

    assert not is_feasible(mip)


def test_pinned_places_count_for_others() -> None:
    pins = [works("R1/1", "aya", 8)]
    mip = MipModel(problem([talent(municipalities_at_once=1)], PLACES, pins=pins))

    concurrency(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "aya", {JUL: 8})

    assert not is_feasible(mip)


def test_more_pinned_places_than_allowed_stand_but_no_other_joins() -> None:
    pins = [works("R1/1", "aya", 8), works("R2/1", "aya", 8)]
    mip = MipModel(problem([talent(municipalities_at_once=1)], PLACES, pins=pins))

    concurrency(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "aya", {JUL: 8})

    assert is_feasible(mip)
    mip.fix("R3/1", "aya", {JUL: 8})
    assert not is_feasible(mip)
