from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.eligibility.eligibility import CONDITIONS, Eligibility, losses, usable_months
from matcher.mip.mip_candidates import candidates
from matcher.problem import ProblemTalent
from tests.matcher.brute import tiny
from tests.matcher.make_problem import AUG, JUL, MATSUMOTO, bar, line, problem, talent
from tests.matcher.some_problems import some_problem

ASKED = line(skills={"cloud": 3}, role="pm")
FIT = {"skills": {"cloud": 3}}


@pytest.mark.parametrize(
    ("person", "bars", "lost"),
    [
        (talent(**FIT), (), ()),  # type: ignore[arg-type]
        (talent(**FIT, roles=("engineer",)), (), ("role",)),  # type: ignore[arg-type]
        (talent(), (), ("skill",)),
        (talent(skills={"cloud": 2}), (), ("skill",)),
        (talent(**FIT, contract_until="2026-06"), (), ("contract",)),  # type: ignore[arg-type]
        (talent(**FIT, excluded=(MATSUMOTO,)), (), ("excluded",)),  # type: ignore[arg-type]
        (talent(**FIT), (bar("R1/1", "aya"),), ("declined",)),  # type: ignore[arg-type]
        (talent(**FIT), (bar("R1/1", "aya", JUL), bar("R1/1", "aya", AUG)), ("declined",)),  # type: ignore[arg-type]
        (talent(**FIT), (bar("R1/1", "aya", JUL), bar("R1/1", "ben")), ()),  # type: ignore[arg-type]
        (talent(**FIT, free=40, overhead=37), (), ("hours",)),  # type: ignore[arg-type]
        (talent(**FIT, free={JUL: 40}), (bar("R1/1", "aya", JUL),), ("hours",)),  # type: ignore[arg-type]
        (talent(roles=("engineer",), free=0), (), ("role", "skill", "hours")),
    ],
)
def test_each_condition_that_fails_is_named_in_order(
    person: ProblemTalent, bars: Any, lost: Any
) -> None:
    of = problem([person, talent("ben")], [ASKED], bars=bars)

    assert losses(of, ASKED, person) == lost


def test_usable_are_the_months_with_a_block_or_all_that_is_asked() -> None:
    small = line(asks={JUL: 2, AUG: 20})
    person = talent(free={JUL: 2, AUG: 3})

    assert usable_months(problem([person], [small], block=4), small, person) == (JUL,)


def test_barred_for_ever_leaves_no_month() -> None:
    person = talent()
    of = problem([person], [line()], bars=[bar("R1/1", "aya")])

    assert usable_months(of, of.lines[0], person) == ()


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 10**6))
def test_eligible_pairs_have_usable_months_and_every_candidate_is_eligible(seed: Any) -> None:
    of = tiny(seed)

    for asked in of.lines:
        for person in of.talents:
            lost = losses(of, asked, person)
            assert list(lost) == [c for c in CONDITIONS if c in lost]
            if not lost:
                assert usable_months(of, asked, person)
    for candidate in candidates(of):
        if candidate.pin is None:
            assert losses(of, candidate.line, candidate.talent) == ()
            usable = usable_months(of, candidate.line, candidate.talent)
            assert set(candidate.most) <= set(usable)


@pytest.mark.parametrize(("free", "months"), [(16, (JUL, AUG)), (15, (AUG,))])
def test_a_month_needs_room_for_a_block_and_the_overhead_of_the_pair(
    free: int, months: tuple[str, ...]
) -> None:
    away = [{"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 12}}]
    of = problem([talent(free=free)], [line()], pairs=away)

    assert usable_months(of, of.lines[0], of.talents[0]) == months


@given(st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_who_is_eligible_fails_no_condition(seed: Any) -> None:
    some = some_problem(seed)
    of = Eligibility(some)

    for asked in some.lines:
        for person in some.talents:
            assert of.is_eligible(asked, person) == (not of.losses(asked, person))
