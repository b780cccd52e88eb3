import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import minimum_fraction  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible


@pytest.mark.parametrize(("hours", "allowed"), [(21, True), (20, False), (0, True)])
def test_a_line_gets_its_minimum_rounded_up_or_nothing(hours: int, allowed: bool) -> None:
    mip = MipModel(problem([talent()], [line(asks=20, minimum_percent=51)]))

    minimum_fraction(mip)
    mip.fix("R1/1", "aya", {JUL: min(hours, 20), AUG: hours - min(hours, 20)})

    assert is_feasible(mip) is allowed


@pytest.mark.parametrize(("hours", "allowed"), [(10, True), (9, False)])
def test_the_people_of_a_line_reach_the_minimum_together(hours: int, allowed: bool) -> None:
    mip = MipModel(problem([talent("aya"), talent("ben")], [line(asks=20, people=2)]))

    minimum_fraction(mip)
    mip.fix("R1/1", "aya", {JUL: 10})
    mip.fix("R1/1", "ben", {AUG: hours})

    assert is_feasible(mip) is allowed


def test_a_line_with_a_pin_is_exempt() -> None:
    of = problem([talent(), talent("ben")], [line(people=2)], pins=[works("R1/1", "aya", 4)])
    mip = MipModel(of)

    minimum_fraction(mip)
    mip.fix("R1/1", "aya", {JUL: 4})
    mip.fix("R1/1", "ben", {JUL: 4})

    assert is_feasible(mip)
