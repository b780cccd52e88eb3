from typing import Any

import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import exclusive  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible

LINES = [line("R1/1", exclusive=True), line("R2/1"), line("R3/1", exclusive=True)]
AYA = talent(municipalities_at_once=4)


def both(first: str, second: str, *, pins: Any = (), then: Any = JUL) -> MipModel:
    """A model on which aya works on two lines, in the same month unless told."""
    mip = MipModel(problem([AYA], LINES, pins=pins))
    exclusive(mip)
    mip.fix(first, "aya", {JUL: 8})
    mip.fix(second, "aya", {then: 8})
    return mip


@pytest.mark.parametrize("other", ["R2/1", "R3/1"])
def test_nothing_stands_beside_an_exclusive_line(other: str) -> None:
    assert not is_feasible(both("R1/1", other))


@pytest.mark.parametrize("other", ["R2/1", "R3/1"])
def test_other_months_are_free(other: str) -> None:
    assert is_feasible(both("R1/1", other, then=AUG))


def test_others_may_work_on_other_lines() -> None:
    mip = MipModel(problem([AYA, talent("ben")], LINES))

    exclusive(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "ben", {JUL: 8})

    assert is_feasible(mip)


def test_lines_that_are_not_exclusive_stand_beside_each_other() -> None:
    mip = MipModel(problem([AYA], [line("R1/1"), line("R2/1")]))

    exclusive(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R2/1", "aya", {JUL: 8})

    assert is_feasible(mip)


@pytest.mark.parametrize("pinned", ["R1/1", "R2/1"])
def test_a_pin_counts_for_who_would_join(pinned: str) -> None:
    assert not is_feasible(both("R1/1", "R2/1", pins=[works(pinned, "aya", 8)]))


def test_pins_stand_beside_each_other_but_nobody_joins() -> None:
    pins = [works("R1/1", "aya", 8), works("R2/1", "aya", 8)]
    mip = both("R1/1", "R2/1", pins=pins)

    assert is_feasible(mip)
    mip.fix("R3/1", "aya", {JUL: 8})
    assert not is_feasible(mip)


def test_a_loose_month_of_an_exclusive_line_is_no_half_month() -> None:
    mip = MipModel(problem([AYA], LINES), strict=())

    exclusive(mip)
    mip.fix("R1/1", "aya", {JUL: 1})
    mip.fix("R2/1", "aya", {JUL: 1})

    assert not is_feasible(mip)
