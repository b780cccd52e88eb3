"""Local search on one talent: free hours go where they earn most, hours move to better lines."""

from matcher.arrays.arrays import I32, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import inline, inner
from matcher.search.insert import join
from matcher.search.moves import most_hours, set_hours, undo
from matcher.search.state import State

#: Moves between two lines in one month, at most.
_MOVES = 6


@inner
def polish(a: Arrays, s: State, prices: Prices, talent: int, hours: I32) -> None:
    """Improve one talent's hours; who works where stays, except that they may join a line."""
    for month in range(hours.shape[0]):
        _top_up(a, s, talent, month, NONE, hours)
        for _ in range(_MOVES):
            if not _move(a, s, talent, month, hours):
                break
        _exchange(a, s, talent, month, hours)
    for at in range(a.mine[talent], a.mine[talent + 1]):
        pair = a.of_talent[at]
        line = a.line[pair]
        if (
            0 < s.people[line] < a.seats[line + 1] - a.seats[line]
            and s.served[line] < a.total[line]
        ):
            join(a, s, prices, pair, hours)


@inner
def _exchange(a: Arrays, s: State, talent: int, month: int, hours: I32) -> None:
    """Give a line's whole month to other lines, where that earns more: it may open a place."""
    best, most = NONE, 0
    worst, least = NONE, 1 << 30
    for at in range(a.mine[talent], a.mine[talent] + s.jobs[talent]):
        pair = s.job[at]
        line, worked = a.line[pair], s.hours[pair, month]
        if worked > 0:
            if s.months[pair] > 1 and s.served[line] - worked >= a.minimum[line]:
                points = worked * _rate(a, s, pair, 1)
                if points < least:
                    worst, least = pair, points
        elif s.left[line, month] > 0 and a.overhead[pair, month] < a.free[talent, month]:
            points = s.left[line, month] * _rate(a, s, pair, 0)
            if points > most:
                best, most = pair, points
    if best < 0 or worst < 0 or most <= least:
        return
    mark, before = s.log[0], s.score[0]
    _shift(a, s, worst, month, -s.hours[worst, month], hours)
    _top_up(a, s, talent, month, worst, hours)
    if s.score[0] <= before:
        undo(a, s, mark)


@inner
def _top_up(a: Arrays, s: State, talent: int, month: int, but: int, hours: I32) -> None:
    """Give away the free hours of the month, to the best lines first."""
    while s.free[talent, month] > 0:
        pair = _receiver(a, s, talent, month, but)
        if pair == NONE:
            return
        mark, before = s.log[0], s.score[0]
        _shift(a, s, pair, month, most_hours(a, s, pair, month) - s.hours[pair, month], hours)
        if s.score[0] <= before:  # above what is fair
            undo(a, s, mark)
            return


@inner
def _receiver(a: Arrays, s: State, talent: int, month: int, but: int) -> int:
    """The talent's best line that takes hours now free."""
    best, most = NONE, 0
    for at in range(a.mine[talent], a.mine[talent] + s.jobs[talent]):
        pair = s.job[at]
        if (
            pair != but
            and _rate(a, s, pair, 0) > most
            and most_hours(a, s, pair, month) > s.hours[pair, month]
        ):
            best, most = pair, _rate(a, s, pair, 0)
    return best


@inner
def _move(a: Arrays, s: State, talent: int, month: int, hours: I32) -> bool:
    """Move hours from the line that earns least to the one that earns most, where it pays."""
    best, most = NONE, 0
    worst, least = NONE, 1 << 30
    for at in range(a.mine[talent], a.mine[talent] + s.jobs[talent]):
        pair = s.job[at]
        line = a.line[pair]
        worked = s.hours[pair, month]
        if worked <= 0:
            continue
        if s.left[line, month] > 0 and _rate(a, s, pair, 0) > most:
            best, most = pair, _rate(a, s, pair, 0)
        spare = min(s.served[line] - a.minimum[line], worked - a.least[line, month])
        if spare > 0 and _rate(a, s, pair, 1) < least:
            worst, least = pair, _rate(a, s, pair, 1)
    if best < 0 or worst < 0 or best == worst or least >= most:
        return False
    theirs = a.line[worst]
    amount = min(
        s.left[a.line[best], month],
        s.served[theirs] - a.minimum[theirs],
        s.hours[worst, month] - a.least[theirs, month],
    )
    mark, before = s.log[0], s.score[0]
    _shift(a, s, worst, month, -amount, hours)
    _shift(a, s, best, month, amount, hours)
    if s.score[0] <= before:
        undo(a, s, mark)
        return False
    return True


@inline
def _rate(a: Arrays, s: State, pair: int, given_up: int) -> int:
    """Points of one more quarter, or of one given up."""
    place = a.place[a.line[pair]]
    return int(a.rate[pair] + (a.coverage if s.fill[place] < a.tier[place] + given_up else 0))


@inner
def _shift(a: Arrays, s: State, pair: int, month: int, amount: int, hours: I32) -> None:
    for at in range(hours.shape[0]):
        hours[at] = s.hours[pair, at]
    hours[month] += amount
    set_hours(a, s, pair, hours)
