"""A warm start: an earlier plan put back as far as it is still valid."""

from matcher.arrays.arrays import I32, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import compiled, inner
from matcher.search.insert import insert
from matcher.search.moves import most_hours, set_hours
from matcher.search.rng import Rng
from matcher.search.ruin_recreate import Step, begin, clear
from matcher.search.state import State


@compiled
def put_back(
    a: Arrays, s: State, prices: Prices, step: Step, rng: Rng, pairs: I32, hours: I32
) -> None:
    """These pairs with these hours, a row each, cut to what is free, asked and allowed now.

    PM lines come before those they carry. A line that does not reach its minimum is given up; one
    whose PM has gone may find another.
    """
    begin(step)
    for leading in range(2):
        for at in range(len(pairs)):
            line = a.line[pairs[at]]
            if (a.leads[line] != NONE) == (leading == 0):
                s.log[0] = 0
                _put(a, s, prices, step, rng, pairs[at], hours[at])
        for at in range(len(pairs)):
            line = a.line[pairs[at]]
            if s.people[line] > 0 and s.served[line] < a.minimum[line]:
                s.log[0] = 0
                clear(a, s, step, line)
    s.log[0] = 0


@inner
def _put(a: Arrays, s: State, prices: Prices, step: Step, rng: Rng, pair: int, hours: I32) -> None:
    line = a.line[pair]
    if s.months[pair] > 0 or s.people[line] >= a.seats[line + 1] - a.seats[line]:
        return
    request = a.needs[line]
    if request != NONE and s.led[request] == 0:
        for at in range(a.leader_at[request], a.leader_at[request + 1]):
            if insert(a, s, prices, rng, 0.0, 0.0, a.leaders[at]):
                break
        if s.led[request] == 0:
            return
    total = 0
    for month in range(len(s.scratch)):
        s.scratch[month] = 0
    for month in range(a.begin[line], a.end[line]):
        amount = min(hours[month], most_hours(a, s, pair, month))
        if amount > 0 and amount >= a.least[line, month]:
            s.scratch[month] = amount
            total += amount
    if total > 0:
        set_hours(a, s, pair, s.scratch)
