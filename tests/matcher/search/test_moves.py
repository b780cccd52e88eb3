"""The arrays must say what the checker says, after any changes, and forget what was taken back."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest

from matcher.arrays.arrays import NONE
from matcher.arrays.encode import Encoding, encode
from matcher.check import faults, terms
from matcher.problem import PairTerms, Problem
from matcher.search.anneal import change
from matcher.search.chains import Chain
from matcher.search.moves import set_hours, undo
from matcher.search.state import State, fresh
from tests.matcher.brute import tiny
from tests.matcher.loaded import loaded
from tests.matcher.make_problem import plan
from tests.matcher.pools import pool
from tests.matcher.seeds import seeds
from tests.matcher.some_problems import some_problem


def extras(seed: int) -> Problem:
    """A cramped problem with travel, points of assignments and exclusive lines."""
    random = Random(seed)
    of = some_problem(seed, requests=8, talents=6, months=4)
    lines = [
        ln.model_copy(update={"exclusive": random.random() < 0.2}).model_dump() for ln in of.lines
    ]
    pairs = [
        PairTerms(
            line_id=ln.line_id,
            talent_id=t.talent_id,
            overhead={m: random.choice((0, 3, 16)) for m in of.months if random.random() < 0.7},
            points=random.choice((0, -500, 300)),
        )
        for ln in of.lines
        for t in of.talents
        if random.random() < 0.5
    ]
    return Problem.model_validate(of.model_dump() | {"lines": lines, "pairs": pairs})


PROBLEMS: dict[str, Callable[[int], Problem]] = {
    "cramped": some_problem,
    "tiny": tiny,
    "loaded": lambda seed: loaded(some_problem(seed), seed, scale=10),
    "tiny and loaded": lambda seed: loaded(tiny(seed), seed),
    "with extras": extras,
    "larger": lambda seed: some_problem(seed, requests=12, talents=8, months=6),
    "today": lambda seed: pool(seed, requests=20, talents=5, municipalities=8),
}
BOOKS = (
    "hours", "months", "free", "left", "served", "people", "jobs", "visits", "places", "busy",
    "alone", "fill", "led", "guided", "under", "worked", "score",
)  # fmt: skip


def works(encoding: Encoding, state: State) -> dict[int, list[int]]:
    """Hours of every pair that works."""
    return {int(p): state.hours[p].tolist() for p in np.flatnonzero(state.months)}


def on_the_lines(encoding: Encoding, state: State) -> set[int]:
    return {int(pair) for pair in state.seat if pair != NONE}


@pytest.mark.parametrize("kind", PROBLEMS)
@pytest.mark.parametrize("seed", seeds(10))
def test_after_every_step_the_score_is_the_checkers_and_no_rule_is_broken(
    kind: str, seed: int
) -> None:
    problem = PROBLEMS[kind](seed)
    if faults(problem, plan(problem, *(p for p in problem.pins if p.total))):
        pytest.skip("the pins cannot be kept")
    chain = Chain(encode(problem), seed)

    for steps in range(30):
        chain.walk(steps % 4, 0.0, 0.1)
        made = chain.current

        assert faults(problem, plan(problem, *made)) == []
        assert int(chain.state.score[0]) == terms(problem, made).score
        assert chain.best_score == terms(problem, chain.best).score
        assert faults(problem, plan(problem, *chain.best)) == []


@pytest.mark.parametrize("kind", PROBLEMS)
@pytest.mark.parametrize("seed", range(10))
def test_every_book_is_what_it_would_be_if_written_anew(kind: str, seed: int) -> None:
    encoding = encode(PROBLEMS[kind](seed))
    chain = Chain(encoding, seed)
    chain.walk(40, 0.0, 1.0)

    anew = fresh(encoding.arrays)
    for pair, hours in works(encoding, chain.state).items():
        anew.log[0] = 0
        set_hours(encoding.arrays, anew, pair, np.array(hours, np.int32))

    for name in BOOKS:
        np.testing.assert_array_equal(getattr(anew, name), getattr(chain.state, name), name)
    assert on_the_lines(encoding, anew) == on_the_lines(encoding, chain.state)


@pytest.mark.parametrize("kind", PROBLEMS)
@pytest.mark.parametrize("seed", range(10))
def test_undo_restores_every_book(kind: str, seed: int) -> None:
    encoding = encode(PROBLEMS[kind](seed))
    chain = Chain(encoding, seed)
    chain.walk(40, 0.0, 1.0)
    lines = np.flatnonzero(np.diff(encoding.arrays.pairs))
    if not len(lines):
        pytest.skip("nobody may work")
    before = {name: getattr(chain.state, name).copy() for name in BOOKS}
    seated = on_the_lines(encoding, chain.state)

    for line in lines:
        change(
            encoding.arrays,
            chain.state,
            chain.prices,
            chain._step,
            chain._rng,
            chain.params,
            int(line),
        )
        undo(encoding.arrays, chain.state, 0)

        for name in BOOKS:
            np.testing.assert_array_equal(before[name], getattr(chain.state, name), name)
        assert on_the_lines(encoding, chain.state) == seated
