import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import minimum_block  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible


@pytest.mark.parametrize(("hours", "allowed"), [(4, True), (3, False), (0, True)])
def test_a_month_is_worked_for_a_block_or_not_at_all(hours: int, allowed: bool) -> None:
    mip = MipModel(problem([talent()], [line()], block=4))

    minimum_block(mip)
    mip.fix("R1/1", "aya", {JUL: hours, AUG: 20})

    assert is_feasible(mip) is allowed


def test_a_month_that_asks_for_less_than_a_block_is_worked_whole() -> None:
    mip = MipModel(problem([talent()], [line(asks={JUL: 3, AUG: 20})], block=4))

    minimum_block(mip)
    mip.fix("R1/1", "aya", {JUL: 3, AUG: 20})

    assert is_feasible(mip)
    mip.fix("R1/1", "aya", {JUL: 2, AUG: 20})
    assert not is_feasible(mip)


def test_a_pinned_pair_is_exempt() -> None:
    mip = MipModel(problem([talent()], [line()], block=4, pins=[works("R1/1", "aya", 1)]))

    minimum_block(mip)
    mip.fix("R1/1", "aya", {JUL: 1})

    assert is_feasible(mip)


def test_a_pair_without_hours_is_no_assignment() -> None:
    mip = MipModel(problem([talent()], [line()], block=0))

    minimum_block(mip)
    mip.options[0].on.lower_bound = 1
    for hours in mip.options[0].hours.values():
        hours.upper_bound = 0

    assert not is_feasible(mip)
