import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import people_per_line  # type: ignore[attr-defined]
from tests.matcher.make_problem import JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible

TWO = [talent("aya"), talent("ben")]


@pytest.mark.parametrize(("people", "allowed"), [(1, False), (2, True)])
def test_so_many_share_a_line_as_it_allows(people: int, allowed: bool) -> None:
    mip = MipModel(problem(TWO, [line(people=people)]))

    people_per_line(mip)
    mip.fix("R1/1", "aya", {JUL: 8})
    mip.fix("R1/1", "ben", {JUL: 8})

    assert is_feasible(mip) is allowed


def test_pinned_people_take_the_places_of_others() -> None:
    mip = MipModel(problem(TWO, [line(people=1)], pins=[works("R1/1", "aya", 8)]))

    people_per_line(mip)

    assert [option.talent.talent_id for option in mip.options] == ["aya"]


def test_more_pinned_people_than_allowed_stay_but_nobody_joins_them() -> None:
    three = [*TWO, talent("chie")]
    pins = [works("R1/1", "aya", 4), works("R1/1", "ben", 4)]
    mip = MipModel(problem(three, [line(people=1)], pins=pins))

    people_per_line(mip)
    mip.fix("R1/1", "aya", {JUL: 4})
    mip.fix("R1/1", "ben", {JUL: 4})

    assert is_feasible(mip)
    assert len(mip.options) == 2
