from matcher.mip.mip_model import MipModel
from matcher.rules import capacity  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible

TWO_LINES = [line("R1/1"), line("R2/1")]


def test_two_lines_may_fill_a_month_to_the_last_quarter() -> None:
    mip = MipModel(problem([talent(free=40)], TWO_LINES))

    capacity(mip)
    mip.fix("R1/1", "aya", {JUL: 20})
    mip.fix("R2/1", "aya", {JUL: 20})

    assert is_feasible(mip)


def test_overhead_takes_from_the_month() -> None:
    mip = MipModel(problem([talent(free=40, overhead=1)], TWO_LINES))

    capacity(mip)
    mip.fix("R1/1", "aya", {JUL: 20})
    mip.fix("R2/1", "aya", {JUL: 20})

    assert not is_feasible(mip)


def test_a_free_month_does_not_help_a_full_one() -> None:
    mip = MipModel(problem([talent(free={JUL: 20, AUG: 99})], TWO_LINES))

    capacity(mip)
    mip.fix("R1/1", "aya", {JUL: 12})
    mip.fix("R2/1", "aya", {JUL: 12})

    assert not is_feasible(mip)


def test_pinned_hours_use_capacity_too() -> None:
    mip = MipModel(problem([talent(free=40)], TWO_LINES, pins=[works("R1/1", "aya", 30)]))

    capacity(mip)
    mip.fix("R1/1", "aya", {JUL: 30})
    mip.fix("R2/1", "aya", {JUL: 10})

    assert is_feasible(mip)
    mip.fix("R2/1", "aya", {JUL: 11})
    assert not is_feasible(mip)
