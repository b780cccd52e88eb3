"""Conditions judged for everybody at once are those that eligibility judges pair by pair."""

import pytest

from matcher.eligibility.eligibility import Eligibility
from matcher.explain.eligibility_table import EligibilityTable
from matcher.roster.roster import Roster
from tests.matcher.some_problems import some_problem


@pytest.mark.parametrize("seed", range(60))
def test_every_pair_fails_what_eligibility_says_it_fails(seed: int) -> None:
    some = some_problem(seed)
    by_pair, eligibility = Eligibility(some), EligibilityTable(Roster(some))
    for at, line in enumerate(some.lines):
        for talent, failed in zip(some.talents, eligibility.failed(at), strict=True):
            assert failed == set(by_pair.losses(line, talent)) - {"hours"}


@pytest.mark.parametrize("seed", range(60))
def test_the_candidates_are_those_of_the_roster(seed: int) -> None:
    roster = Roster(some_problem(seed))
    eligibility = EligibilityTable(roster)
    for at in range(len(roster.numbered.lines)):
        assert eligibility.candidates(at) == roster.numbered.candidates(at)
