"""The ruin-and-recreate step (Schrimpf et al. 2000): lines off a few talents, better ones on.

Insertion overlooks a pair now and then: the blinks of Christiaens and Vanden Berghe (2020).
"""

from typing import NamedTuple

import numpy as np

from matcher.arrays.arrays import F64, I32, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import inline, inner
from matcher.search.insert import insert
from matcher.search.local_search import polish
from matcher.search.moves import set_hours
from matcher.search.rng import Rng, below, draw
from matcher.search.state import LOG, State

#: Talents and lines of one step, at most.
_TALENTS, _LINES = 48, 4000


class Step(NamedTuple):
    """Who and what one step is about."""

    talents: I32
    lines: I32
    size: I32  #: [0] talents, [1] lines, [2] number of the step
    talent_in: I32  #: [talent] step in which it was last listed
    line_in: I32
    key: F64
    order: I32
    nothing: I32  #: a row of zeros


def new_step(arrays: Arrays) -> Step:
    """Buffers for one step."""
    return Step(
        np.zeros(_TALENTS, np.int32),
        np.zeros(_LINES, np.int32),
        np.zeros(3, np.int32),
        np.zeros(len(arrays.at_once), np.int32),
        np.zeros(len(arrays.place), np.int32),
        np.zeros(_LINES),
        np.zeros(_LINES, np.int32),
        np.zeros(arrays.overhead.shape[1], np.int32),
    )


@inline
def begin(step: Step) -> None:
    """Forget the last step."""
    step.size[0] = 0
    step.size[1] = 0
    step.size[2] += 1


@inline
def list_talent(step: Step, talent: int) -> None:
    """Remember to polish the talent."""
    if step.talent_in[talent] != step.size[2] and step.size[0] < _TALENTS:
        step.talent_in[talent] = step.size[2]
        step.talents[step.size[0]] = talent
        step.size[0] += 1


@inline
def list_line(step: Step, line: int) -> None:
    """Remember to insert the line."""
    if step.line_in[line] != step.size[2] and step.size[1] < _LINES:
        step.line_in[line] = step.size[2]
        step.lines[step.size[1]] = line
        step.size[1] += 1


@inner
def clear(a: Arrays, s: State, step: Step, line: int) -> None:
    """Take everybody off a line, and off the lines that cannot do without it."""
    while s.people[line] > 0:
        pair = s.seat[a.seats[line]]
        list_talent(step, a.talent[pair])
        set_hours(a, s, pair, step.nothing)
    list_line(step, line)
    request = a.leads[line]
    if request != NONE and s.led[request] == 0:
        for at in range(a.follower_at[request], a.follower_at[request + 1]):
            follower = a.followers[at]
            while s.people[follower] > 0:
                pair = s.seat[a.seats[follower]]
                list_talent(step, a.talent[pair])
                set_hours(a, s, pair, step.nothing)
                list_line(step, follower)


@inner
def ruin(a: Arrays, s: State, step: Step, rng: Rng, line: int, around: int, each: int) -> None:
    """Clear a line, and some lines of up to `around` talents who could work on it.

    Where nobody leads it, room is made for a PM, too.
    """
    _list_some(a, step, rng, line, around)
    request = a.needs[line]
    if request != NONE and s.led[request] == 0 and s.people[line] == 0:
        leaders = a.leader_at[request + 1] - a.leader_at[request]
        if leaders > 0:
            leader = a.leaders[a.leader_at[request] + below(rng, leaders)]
            _list_some(a, step, rng, leader, 1)
            list_line(step, leader)
    chosen = step.size[0]
    clear(a, s, step, line)
    for at in range(chosen):
        talent = step.talents[at]
        near = draw(rng) < 0.5
        for _ in range(1 + below(rng, each)):
            if s.jobs[talent] == 0:
                break
            other = a.line[s.job[a.mine[talent] + below(rng, s.jobs[talent])]]
            apart = a.begin[other] >= a.end[line] or a.end[other] <= a.begin[line]
            if not (near and apart):
                clear(a, s, step, other)


@inline
def _list_some(a: Arrays, step: Step, rng: Rng, line: int, around: int) -> None:
    """List up to `around` talents who could work on the line."""
    first, offered = a.pairs[line], a.pairs[line + 1] - a.pairs[line]
    for _ in range(min(offered, 1 + below(rng, around))):
        list_talent(step, a.talent[first + below(rng, offered)])


@inner
def widen(a: Arrays, s: State, step: Step, rng: Rng, most: int) -> None:
    """List lines nobody serves that the talents of the step could serve."""
    for at in range(step.size[0]):
        talent = step.talents[at]
        first, own = a.mine[talent], a.mine[talent + 1] - a.mine[talent]
        for k in range(min(own, most)):
            pair = a.of_talent[first + (k if own <= most else below(rng, own))]
            line = a.line[pair]
            if s.people[line] == 0:
                list_line(step, line)


@inner
def recreate(
    a: Arrays, s: State, prices: Prices, step: Step, rng: Rng, blink: float, pressed: float
) -> None:
    """Insert the listed lines in a random kind of order, PM lines before those they lead."""
    kind = draw(rng)
    count = step.size[1]
    for at in range(count):
        line = step.lines[at]
        rate = float(a.rate[a.pairs[line]]) if a.pairs[line] < a.pairs[line + 1] else 0.0
        key = rate * (1.0 + 0.3 * draw(rng))
        if kind < 0.25:
            key *= a.total[line]
        elif kind < 0.45:
            key *= a.minimum[line]
        elif kind < 0.65:
            key = draw(rng)
        if a.leads[line] != NONE:
            key *= 1.3
        step.key[at] = -key
    _sort(step, count)
    for at in range(count):
        if s.log[0] > LOG // 2:
            return
        line = step.order[at]
        request = a.needs[line]
        if request != NONE and s.led[request] == 0 and s.people[line] == 0:
            for leader in range(a.leader_at[request], a.leader_at[request + 1]):
                if insert(a, s, prices, rng, blink, pressed, a.leaders[leader]):
                    break
        insert(a, s, prices, rng, blink, pressed, line)


@inner
def _sort(step: Step, count: int) -> None:
    """Fill `order` with the listed lines, least key first: a shell sort, in place."""
    for at in range(count):
        step.order[at] = step.lines[at]
    gap = 1
    while gap < count // 3:
        gap = 3 * gap + 1
    while gap > 0:
        for at in range(gap, count):
            key, line, to = step.key[at], step.order[at], at
            while to >= gap and step.key[to - gap] > key:
                step.key[to], step.order[to] = step.key[to - gap], step.order[to - gap]
                to -= gap
            step.key[to], step.order[to] = key, line
        gap //= 3


@inner
def smooth(a: Arrays, s: State, prices: Prices, step: Step) -> None:
    """Polish the listed talents."""
    for at in range(step.size[0]):
        if s.log[0] > LOG // 2:
            return
        polish(a, s, prices, step.talents[at], s.scratch)
