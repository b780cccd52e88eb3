"""Groups of talents planned anew: only gains are taken, and what is remembered is true."""

from collections.abc import Sequence
from random import Random

import pytest

from matcher.check import faults
from matcher.mip.mip_candidates import candidates
from matcher.mip.mip_model import MipModel
from matcher.problem import Assignment, Problem
from matcher.solving import talent_neighbourhoods as module
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_solver import MipResult, assemble, optimise
from matcher.solving.talent_neighbourhoods import TalentNeighbourhoods
from tests.matcher.brute import best_score, tiny
from tests.matcher.make_problem import UEDA, line, problem, talent, works
from tests.matcher.some_problems import some_problem


def begun(of: Problem, start: Sequence[Assignment] = ()) -> tuple[Incumbent, TalentNeighbourhoods]:
    best = Incumbent(of, 60)
    best.offer([*start, *(pin for pin in of.pins if pin.total)], "pins")
    return best, TalentNeighbourhoods(best, candidates(of), Random(1))


def solvable(of: Problem) -> bool:
    best = Incumbent(of, 60)
    return best.offer([pin for pin in of.pins if pin.total], "pins")


#: Pairs that are not decided beforehand, at least.
FREE = 8
TINY = [of for seed in range(25) if solvable(of := tiny(seed))]
SOME = [
    of
    for seed in range(20)
    if solvable(of := some_problem(seed, requests=8, talents=6))
    and len(candidates(of)) - len(of.pins) >= FREE
][:6]


@pytest.mark.parametrize("of", TINY)
def test_a_tiny_pool_ends_at_its_best_plan(of: Problem) -> None:
    best, talents = begun(of)

    assert talents.improve(0.0)

    assert best.score == best_score(of)
    assert faults(of, best.plan()) == []


@pytest.mark.parametrize("of", SOME)
def test_what_is_remembered_as_proved_holds_no_gain(of: Problem) -> None:
    best, talents = begun(of)
    assert talents.improve(0.0)
    groups = [g for g in talents.memory._groups if talents.memory.is_proved(g)]
    assert groups

    for group in groups:
        mip = assemble(of)
        plan = {a.pair: a.hours for a in best.assignments or ()}
        for option in mip.options:
            pair = option.line.line_id, option.talent.talent_id
            if option.pin is None and pair[1] not in group:
                mip.fix(*pair, plan.get(pair, {}))
        assert optimise(mip, 20, best.assignments or ()).bound == best.score


def test_nothing_is_solved_twice_at_the_same_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(mip: MipModel, seconds: float, made: Sequence[Assignment]) -> MipResult:
        held = frozenset(v.id for v in mip.model.variables() if v.lower_bound == v.upper_bound)
        asked.append((held, frozenset((a.pair, tuple(a.hours.items())) for a in made)))
        return optimise(mip, seconds, made)

    monkeypatch.setattr(module, "optimise", counted)
    _, talents = begun(SOME[0])
    assert talents.improve(0.0)
    before = len(asked)

    assert talents.improve(0.0)

    assert len(asked) == before == len(set(asked))


def test_where_somebody_else_is_faster_both_gains_are_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, there = works("R1/1", "aya", 20, 20), works("R2/1", "ben", 40, 40)
    of = problem(
        [talent(), talent("ben")],
        [line("R1/1"), line("R2/1", asks=40, municipalities=(UEDA,))],
    )
    best, talents = begun(of)

    def slow(*_: object) -> MipResult:
        best.offer((there,), "other")
        return MipResult((here,), None, proved=True)

    monkeypatch.setattr(module, "optimise", slow)
    group = frozenset({here.talent_id})
    talents._plan_group(group, 1.0)

    assert best.assignments == (here, there)
    assert not talents.memory.is_proved(group)
