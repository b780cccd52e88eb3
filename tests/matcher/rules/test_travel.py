from typing import Any

import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import capacity, travel  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible

TWO_LINES = [line("R1/1"), line("R2/1")]
AWAY = [{"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 15}}]


@pytest.mark.parametrize("strict", [None, ()], ids=["strict", "loose"])
@pytest.mark.parametrize(("beside", "allowed"), [(20, True), (21, False)])
def test_a_month_of_work_costs_the_overhead_of_the_pair_however_short(
    strict: tuple[Any, ...] | None, beside: int, allowed: bool
) -> None:
    lines = [line("R1/1"), line("R2/1", asks=40)]
    mip = MipModel(problem([talent(free=40)], lines, pairs=AWAY), strict=strict)

    capacity(mip)
    travel(mip)
    mip.fix("R1/1", "aya", {JUL: 5})
    mip.fix("R2/1", "aya", {JUL: beside})

    assert is_feasible(mip) is allowed


def test_a_month_without_work_costs_no_overhead() -> None:
    mip = MipModel(problem([talent(free=20)], TWO_LINES, pairs=AWAY))

    capacity(mip)
    travel(mip)
    mip.fix("R1/1", "aya", {AUG: 20})
    mip.fix("R2/1", "aya", {JUL: 20})

    assert is_feasible(mip)


def test_pinned_work_costs_its_overhead_too() -> None:
    pins = [works("R1/1", "aya", 5)]
    mip = MipModel(problem([talent(free=40)], TWO_LINES, pins=pins, pairs=AWAY))

    capacity(mip)
    travel(mip)
    mip.fix("R1/1", "aya", {JUL: 5})
    mip.fix("R2/1", "aya", {JUL: 20})

    assert is_feasible(mip)
    mip.fix("R2/1", "aya", {JUL: 21})
    assert not is_feasible(mip)
