"""Simulated annealing (Kirkpatrick et al. 1983) over ruin-and-recreate steps.

The best plan met is kept in the state.
"""

import math
from typing import NamedTuple

from matcher.arrays.arrays import NONE, Arrays, Prices
from matcher.arrays.numba_compiler import compiled, inner
from matcher.search.moves import undo
from matcher.search.rng import Rng, below, draw
from matcher.search.ruin_recreate import (
    Step,
    begin,
    list_line,
    list_talent,
    recreate,
    ruin,
    smooth,
    widen,
)
from matcher.search.state import State


class SearchParams(NamedTuple):
    """How far a step reaches."""

    around: int = 3  #: talents who could work on the line of the step, at most
    each: int = 4  #: lines taken off each of them, at most
    tried: int = 6  #: lines nobody serves that are tried for each talent of the step
    blink: float = 0.03  #: part of the pairs overlooked, so that holes are not filled as before
    make_room: float = 1.0  #: part of the lines nobody can start for which room is made


#: Lines to choose from for one that lacks hours.
_LOOKS = 20


@compiled
def anneal(
    a: Arrays,
    s: State,
    prices: Prices,
    step: Step,
    rng: Rng,
    params: SearchParams,
    steps: int,
    hot: float,
    cold: float,
) -> int:
    """So many steps while the temperature, in points, falls; how many were taken over."""
    taken = 0
    lines = len(a.place)
    for at in range(steps):
        heat = hot * (cold / hot) ** (at / steps)
        before = s.score[0]
        line = _lacking(a, s, rng, lines)
        if line == NONE:
            continue
        change(a, s, prices, step, rng, params, line)
        gained = s.score[0] - before
        if gained >= 0 or gained > heat * math.log(max(1e-300, draw(rng))):
            taken += 1
            if s.score[0] > s.best_score[0]:
                keep_best(a, s)
        else:
            undo(a, s, 0)
    return taken


@compiled
def change(
    a: Arrays, s: State, prices: Prices, step: Step, rng: Rng, params: SearchParams, line: int
) -> None:
    """One step around a line; the log says how to take it back."""
    begin(step)
    s.log[0] = 0
    ruin(a, s, step, rng, line, params.around, params.each)
    widen(a, s, step, rng, params.tried)
    recreate(a, s, prices, step, rng, params.blink, params.make_room)
    smooth(a, s, prices, step)


@compiled
def construct(a: Arrays, s: State, prices: Prices, step: Step, rng: Rng) -> None:
    """Insert everything that can be inserted, and polish everybody."""
    begin(step)
    for line in range(len(a.place)):
        if s.people[line] == 0:
            list_line(step, line)
        if step.size[1] == len(step.lines) or line == len(a.place) - 1:
            s.log[0] = 0
            recreate(a, s, prices, step, rng, 0.0, 1.0)
            begin(step)
    for talent in range(len(a.at_once)):
        s.log[0] = 0
        list_talent(step, talent)
        smooth(a, s, prices, step)
        begin(step)
    s.log[0] = 0
    if s.score[0] > s.best_score[0]:
        keep_best(a, s)


@compiled
def keep_best(a: Arrays, s: State) -> None:
    """Copy what has changed since the last copy; most lines have not."""
    s.best_score[0] = s.score[0]
    for at in range(s.touched_count[0]):
        line = s.touched_list[at]
        s.touched[line] = 0
        for k in range(a.seats[line + 1] - a.seats[line]):
            seat = a.seats[line] + k
            pair = s.seat[seat] if k < s.people[line] else NONE
            s.best_seat[seat] = pair
            if pair != NONE:
                for month in range(s.best_hours.shape[1]):
                    s.best_hours[seat, month] = s.hours[pair, month]
    s.touched_count[0] = 0


@inner
def _lacking(a: Arrays, s: State, rng: Rng, lines: int) -> int:
    """A line somebody could work on, mostly one that lacks hours; or NONE."""
    found = NONE
    for _ in range(_LOOKS if lines > 0 else 0):
        line = below(rng, lines)
        if a.pairs[line] == a.pairs[line + 1]:
            continue
        found = line
        if s.served[line] < a.total[line] or draw(rng) < 0.3:
            break
    return found
