"""A skill is one skill in every width and case and with every space, wherever skills meet."""

import pytest

from matcher.check import faults
from matcher.eligibility.eligibility import losses
from matcher.eligibility.feasible_pairs import feasible_pairs
from matcher.explain.unmet_groups import skills_of
from tests.matcher.make_problem import line, plan, problem, talent, works

HELD = {"ｸﾗｳﾄﾞ": 3, "AWS": 4, "業務改革 ": 2}


@pytest.mark.parametrize(
    "asked",
    [{"クラウド": 3}, {"aws": 4}, {"ＡＷＳ": 1}, {"業務改革": 2}, {"業務 改革": 2, "Aws": 4}],
)
def test_who_holds_a_skill_under_another_writing_may_serve(asked: dict[str, int]) -> None:
    of = problem([talent(skills=HELD)], [line(skills=asked)])

    assert losses(of, of.lines[0], of.talents[0]) == ()
    assert list(feasible_pairs(of).talent) == [0]
    assert not faults(of, plan(of, works("R1/1", "aya", 20, 20)))


@pytest.mark.parametrize("asked", [{"クラウド": 4}, {"AW": 1}, {"業務": 1}])
def test_another_skill_or_a_higher_level_is_still_lacking(asked: dict[str, int]) -> None:
    of = problem([talent(skills=HELD)], [line(skills=asked)])

    assert losses(of, of.lines[0], of.talents[0]) == ("skill",)
    assert not len(feasible_pairs(of).talent)


def test_the_skills_of_several_lines_name_each_once() -> None:
    asked = [line(skills={"AWS": 2}), line("R2/1", skills={"ａｗｓ": 4})]

    assert skills_of(asked) == {"AWS": 4}
