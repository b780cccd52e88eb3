"""The elementary move: sets a pair's hours and all that follows from them, and undoes it.

It records what it is told; whether a change is allowed is for `most_hours` and its callers to say.
"""

from matcher.arrays.arrays import I32, NONE, Arrays
from matcher.arrays.numba_compiler import compiled, inline, inner
from matcher.search.state import State


@inline
def most_hours(a: Arrays, s: State, pair: int, month: int) -> int:
    """Most quarters the pair may work in the month, the rest left as it is; 0: it cannot."""
    line, talent = a.line[pair], a.talent[pair]
    now = s.hours[pair, month]
    if now > 0:
        return int(now + min(s.left[line, month], s.free[talent, month]))
    most = min(s.left[line, month], s.free[talent, month] - a.overhead[pair, month])
    if most < a.least[line, month]:
        return 0
    if s.visits[a.group[pair], month] == 0 and s.places[talent, month] >= a.at_once[talent]:
        return 0
    if s.alone[talent, month] > 0 or (a.exclusive[line] and s.busy[talent, month] > 0):
        return 0
    return int(most)


@compiled
def set_hours(a: Arrays, s: State, pair: int, hours: I32) -> None:
    """Let the pair work these hours, zeros for not at all; logged."""
    entry = s.log[0]
    s.log_pair[entry] = pair
    for month in range(hours.shape[0]):
        s.log_hours[entry, month] = s.hours[pair, month]
    s.log[0] = entry + 1
    write(a, s, pair, hours)


@compiled
def undo(a: Arrays, s: State, mark: int) -> None:
    """Take back every change since the log was this long."""
    while s.log[0] > mark:
        s.log[0] -= 1
        write(a, s, s.log_pair[s.log[0]], s.log_hours[s.log[0]])


@inner
def write(a: Arrays, s: State, pair: int, hours: I32) -> None:
    """set_hours without the log."""
    line, talent, row = a.line[pair], a.talent[pair], a.kept[pair]
    more = points = 0
    worked = s.months[pair]
    for month in range(a.begin[line], a.end[line]):
        now, then = s.hours[pair, month], hours[month]
        if now == then:
            continue
        s.hours[pair, month] = then
        s.free[talent, month] -= then - now
        s.left[line, month] -= then - now
        more += then - now
        if row != NONE:
            seen = a.seen[row, month]
            points += a.keep_hours * (min(then, seen) - min(now, seen))
        if now == 0:
            _come(a, s, pair, month, 1)
        elif then == 0:
            _come(a, s, pair, month, -1)
    place = a.place[line]
    before, tier = s.fill[place], a.tier[place]
    s.fill[place] = before + more
    s.served[line] += more
    points += a.rate[pair] * more - strain(a, s, talent, more)
    s.worked[talent] += more
    points += a.coverage * (min(before + more, tier) - min(before, tier))
    if worked == 0 and s.months[pair] > 0:
        points += a.bonus[pair]
        _join(a, s, pair, line, talent)
        points += _begin(a, s, line) if s.people[line] == 1 else 0
    elif worked > 0 and s.months[pair] == 0:
        points -= a.bonus[pair]
        _leave(a, s, pair, line, talent)
        points += _cease(a, s, line) if s.people[line] == 0 else 0
    s.score[0] += points
    if s.touched[line] == 0:
        s.touched[line] = 1
        s.touched_list[s.touched_count[0]] = line
        s.touched_count[0] += 1


@inline
def strain(a: Arrays, s: State, talent: int, more: int) -> int:
    """Points lost to so many more quarters of the talent, which is above what is fair in part."""
    before = s.worked[talent] - a.fair[talent]
    return int(a.balance * (max(0, before + more) - max(0, before)))


@inline
def _begin(a: Arrays, s: State, line: int) -> int:
    """The line is started: what that earns besides its hours."""
    if a.leads[line] != NONE:
        s.led[a.leads[line]] += 1
    request, points = a.guided[line], 0
    if request != NONE:
        s.under[request] += 1
        points += a.producer if s.guided[request] > 0 else 0
    request = a.guides[line]
    if request != NONE:
        s.guided[request] += 1
        points += a.producer * s.under[request] if s.guided[request] == 1 else 0
    return int(points)


@inline
def _cease(a: Arrays, s: State, line: int) -> int:
    """The line is given up: what that loses besides its hours, as a number below 0."""
    if a.leads[line] != NONE:
        s.led[a.leads[line]] -= 1
    request, points = a.guided[line], 0
    if request != NONE:
        s.under[request] -= 1
        points -= a.producer if s.guided[request] > 0 else 0
    request = a.guides[line]
    if request != NONE:
        s.guided[request] -= 1
        points -= a.producer * s.under[request] if s.guided[request] == 0 else 0
    return int(points)


@inline
def _come(a: Arrays, s: State, pair: int, month: int, sign: int) -> None:
    """The talent begins (1) or ceases (-1) to work there in the month."""
    talent, group = a.talent[pair], a.group[pair]
    s.months[pair] += sign
    s.free[talent, month] -= sign * a.overhead[pair, month]
    before = s.visits[group, month]
    s.visits[group, month] = before + sign
    if before == 0 or before + sign == 0:
        s.places[talent, month] += sign
    s.busy[talent, month] += sign
    s.alone[talent, month] += sign * a.exclusive[a.line[pair]]


@inline
def _join(a: Arrays, s: State, pair: int, line: int, talent: int) -> None:
    s.seat[a.seats[line] + s.people[line]] = pair
    s.people[line] += 1
    s.job[a.mine[talent] + s.jobs[talent]] = pair
    s.jobs[talent] += 1


@inline
def _leave(a: Arrays, s: State, pair: int, line: int, talent: int) -> None:
    s.people[line] -= 1
    _take_out(s.seat, a.seats[line], s.people[line], pair)
    s.jobs[talent] -= 1
    _take_out(s.job, a.mine[talent], s.jobs[talent], pair)


@inner
def _take_out(row: I32, first: int, last: int, pair: int) -> None:
    """Put the last of a row in the place of a pair."""
    for at in range(first, first + last + 1):
        if row[at] == pair:
            row[at] = row[first + last]
            row[first + last] = NONE
            return
