"""The insertion operator: put the people on a line who add most, on what is free or made free."""

from matcher.arrays.arrays import I32, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import inline, inner
from matcher.search.make_room import make_room
from matcher.search.moves import most_hours, set_hours, strain, undo
from matcher.search.rng import Rng, draw
from matcher.search.state import State

#: More people than this are not put on a line in one go.
_AT_ONCE = 8


@inner
def insert(
    a: Arrays, s: State, prices: Prices, rng: Rng, blink: float, pressed: float, line: int
) -> bool:
    """Whether the line, so far untouched, could be started.

    Each pair is overlooked with probability `blink`; room is made with probability `pressed`.
    """
    if s.people[line] > 0 or a.seats[line] == a.seats[line + 1]:
        return False
    if a.needs[line] != NONE and s.led[a.needs[line]] == 0:
        return False
    mark, before = s.log[0], s.score[0]
    seats = a.seats[line + 1] - a.seats[line]
    hours = s.scratch
    for _ in range(min(_AT_ONCE, seats)):
        need = a.minimum[line] - s.served[line]
        last = s.people[line] + 1 == seats
        # Whoever can do it alone comes first; else the best, and others after.
        pair = _best(a, s, prices, rng, blink, line, need, hours)
        if pair == NONE and need > 0 and not last:
            pair = _best(a, s, prices, rng, blink, line, 1, hours)
        if pair == NONE:
            break
        step, score = s.log[0], s.score[0]
        offer(a, s, prices, pair, need, hours)
        set_hours(a, s, pair, hours)
        if need <= 0 and s.people[line] > 1 and s.score[0] <= score:
            undo(a, s, step)
            break
    if s.people[line] == 0 or s.served[line] < a.minimum[line]:
        undo(a, s, mark)
        if draw(rng) >= pressed or not make_room(a, s, rng, blink, line, hours):
            undo(a, s, mark)
            return False
    # A PM line may cost something: what it leads will pay.
    if s.score[0] <= before and (a.leads[line] == NONE or s.led[a.leads[line]] > 1):
        undo(a, s, mark)
        return False
    return True


@inner
def join(a: Arrays, s: State, prices: Prices, pair: int, hours: I32) -> None:
    """Put one more person on a started line, where that earns something."""
    line = a.line[pair]
    if s.months[pair] > 0 or s.people[line] >= a.seats[line + 1] - a.seats[line]:
        return
    step, score = s.log[0], s.score[0]
    total, _ = offer(a, s, prices, pair, 0, hours)
    if total > 0:
        set_hours(a, s, pair, hours)
        if s.score[0] <= score:
            undo(a, s, step)


@inner
def _best(
    a: Arrays, s: State, prices: Prices, rng: Rng, blink: float, line: int, need: int, hours: I32
) -> int:
    """The free pair that adds most points, prices paid, and at least `need` quarters; or NONE."""
    best, most = NONE, -1e18
    for pair in range(a.pairs[line], a.pairs[line + 1]):
        if s.months[pair] > 0 or (blink > 0 and draw(rng) < blink):
            continue
        if not _has(a, s, pair, max(1, need)):
            continue
        total, points = offer(a, s, prices, pair, need, hours)
        if total > 0 and total >= need and points > most:
            best, most = pair, points
    return best


@inline
def _has(a: Arrays, s: State, pair: int, need: int) -> bool:
    """Whether the talent may have so many quarters left for the line; a look at the talent alone.

    Most have not, in a pool that is full, and what is known of pairs lies far apart in memory.
    """
    line, talent, reach = a.line[pair], a.talent[pair], 0
    for month in range(a.begin[line], a.end[line]):
        left = min(s.left[line, month], s.free[talent, month])
        if left <= 0:
            continue
        if s.places[talent, month] < a.at_once[talent] or s.visits[a.group[pair], month] > 0:
            reach += left
            if reach >= need:
                return True
    return False


@inner
def offer(
    a: Arrays, s: State, prices: Prices, pair: int, need: int, hours: I32
) -> tuple[int, float]:
    """Fill `hours` with what an unassigned pair should work; its quarters and points, prices paid.

    Months that are not worth their price are taken only to reach `need`.
    """
    line, talent, group, row = a.line[pair], a.talent[pair], a.group[pair], a.kept[pair]
    place = a.place[line]
    tier_left = max(0, a.tier[place] - s.fill[place])
    rate = float(a.rate[pair]) + (a.coverage if tier_left > 0 else 0)
    total, points, dear = 0, float(a.bonus[pair]), 0
    for month in range(hours.shape[0]):
        hours[month] = 0
    for month in range(a.begin[line], a.end[line]):
        most = most_hours(a, s, pair, month)
        if most <= 0:
            continue
        value = rate * most - prices.hour[talent, month] * (most + a.overhead[pair, month])
        if s.visits[group, month] == 0:
            value -= prices.visit[talent, month]
        if row != NONE:
            value += a.keep_hours * min(most, a.seen[row, month])
        if value < 0:
            dear += 1
            continue
        hours[month] = most
        total += most
        points += value
    while dear > 0 and total < need:
        chosen, least = NONE, -1e18
        for month in range(a.begin[line], a.end[line]):
            if hours[month] > 0:
                continue
            most = most_hours(a, s, pair, month)
            if most <= 0:
                continue
            value = rate * most - prices.hour[talent, month] * (most + a.overhead[pair, month])
            if s.visits[group, month] == 0:
                value -= prices.visit[talent, month]
            if value / most > least:
                chosen, least = month, value / most
        dear -= 1
        if chosen != NONE:
            most = most_hours(a, s, pair, chosen)
            hours[chosen] = most
            total += most
            points += least * most
    points -= a.coverage * max(0, total - tier_left) if tier_left > 0 else 0
    return total, points - strain(a, s, talent, total)
