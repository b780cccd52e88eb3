"""A condition is written once; who asks about all talents hears what is said of each."""

import pytest

from matcher.eligibility.conditions import PAIR_CONDITIONS, ConditionTable, PairCondition
from matcher.eligibility.eligibility import CONDITIONS, Eligibility
from tests.matcher.make_problem import line, problem, talent
from tests.matcher.some_problems import some_problem


def test_every_condition_has_its_place_in_the_order_in_which_they_are_told() -> None:
    assert {condition.name for condition in PAIR_CONDITIONS} < set(CONDITIONS)


@pytest.mark.parametrize("condition", PAIR_CONDITIONS, ids=lambda c: c.name)
def test_all_at_once_and_one_by_one_are_the_same(condition: PairCondition) -> None:
    told = set()
    for seed in range(30):
        of = some_problem(seed)
        table = ConditionTable(of)
        for each in of.lines:
            one_by_one = [condition.holds(of, each, person) for person in of.talents]
            assert table.holds(condition, each).tolist() == one_by_one
            told.update(one_by_one)
    assert told == {True, False}


def test_who_meets_all_of_them_is_eligible_where_a_month_is_open() -> None:
    of = problem([talent("aya"), talent("ben", roles=["engineer"])], [line("R1/1")])
    eligibility = Eligibility(of)

    assert eligibility.meeting(of.lines[0]).tolist() == [True, False]
    assert eligibility.is_open(of.lines[0], of.talents[1])
    assert [eligibility.is_eligible(of.lines[0], t) for t in of.talents] == [True, False]
