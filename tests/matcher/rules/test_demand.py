import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import demand  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible, open_to_all

TWO = [talent("aya"), talent("ben")]


def test_two_people_may_share_all_that_is_asked() -> None:
    mip = MipModel(problem(TWO, [line(asks=20, people=2)]))

    demand(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R1/1", "ben", {JUL: 12})

    assert is_feasible(mip)


def test_two_people_may_not_give_more_than_is_asked() -> None:
    mip = MipModel(problem(TWO, [line(asks=20, people=2)]))

    demand(mip)
    mip.fix("R1/1", "aya", {JUL: 9})
    mip.fix("R1/1", "ben", {JUL: 12})

    assert not is_feasible(mip)


@pytest.mark.parametrize(("hours", "allowed"), [(20, True), (21, False)])
def test_one_person_may_not_give_more_than_is_asked(hours: int, allowed: bool) -> None:
    mip = open_to_all(problem([talent()], [line(asks={JUL: 20})]))

    demand(mip)
    mip.fix("R1/1", "aya", {JUL: hours})

    assert is_feasible(mip) is allowed


def test_a_month_not_asked_for_is_not_served() -> None:
    mip = open_to_all(problem([talent()], [line(asks={JUL: 20})]))

    demand(mip)
    mip.fix("R1/1", "aya", {AUG: 4})

    assert not is_feasible(mip)


def test_pinned_hours_beyond_what_is_asked_are_a_contradiction() -> None:
    mip = MipModel(problem([talent()], [line(asks=20)], pins=[works("R1/1", "aya", 21)]))

    demand(mip)
    mip.fix("R1/1", "aya", {JUL: 21})

    assert not is_feasible(mip)
