"""The ejection operator: a talent gives up hours above a minimum, so that another line starts."""

from matcher.arrays.arrays import I32, NONE, Arrays
from matcher.arrays.numba_compiler import inner
from matcher.search.moves import most_hours, set_hours
from matcher.search.rng import Rng, draw
from matcher.search.state import State

#: Donations for one line, at most.
_STEPS = 48
#: Pairs looked at for one line, about.
_LOOKS = 40


@inner
def make_room(a: Arrays, s: State, rng: Rng, blink: float, line: int, hours: I32) -> bool:
    """Whether one talent could start the line; where not, the caller takes back what was done."""
    best, most = NONE, -1.0
    blink = max(blink, 1.0 - _LOOKS / max(1, a.pairs[line + 1] - a.pairs[line]))
    for pair in range(a.pairs[line], a.pairs[line + 1]):
        if blink > 0 and draw(rng) < blink:
            continue
        reach = _reach(a, s, pair)
        if reach > 0 and reach >= a.minimum[line]:
            value = reach * a.rate[pair] * (1.0 + 0.2 * draw(rng))
            if value > most:
                best, most = pair, value
    return best != NONE and _make_room(a, s, best, a.minimum[line], hours)


@inner
def _reach(a: Arrays, s: State, pair: int) -> int:
    """Quarters the talent could work on the line if other lines gave all they can; a guess."""
    line, talent = a.line[pair], a.talent[pair]
    reach = 0
    for month in range(a.begin[line], a.end[line]):
        if a.overhead[pair, month] > s.free[talent, month] + a.free[talent, month]:
            continue
        most = s.free[talent, month] - a.overhead[pair, month]
        for at in range(a.mine[talent], a.mine[talent] + s.jobs[talent]):
            other = s.job[at]
            spare = s.served[a.line[other]] - a.minimum[a.line[other]]
            most += min(s.hours[other, month], max(0, spare))
        reach += max(0, min(most, s.left[line, month]))
    return reach


@inner
def _make_room(a: Arrays, s: State, pair: int, need: int, hours: I32) -> bool:
    """Take hours from the talent's other lines, the cheapest first, as long as it must or pays."""
    line = a.line[pair]
    before = s.score[0]
    for _ in range(_STEPS):
        total = 0
        for month in range(hours.shape[0]):
            inside = a.begin[line] <= month < a.end[line]
            hours[month] = most_hours(a, s, pair, month) if inside else 0
            total += hours[month]
        if total >= need and total > 0:
            set_hours(a, s, pair, hours)
            return True
        donor, month, amount = _cheapest(a, s, pair, need - total, hours)
        if donor == NONE:
            return False
        for other in range(hours.shape[0]):
            hours[other] = s.hours[donor, other]
        hours[month] -= amount
        set_hours(a, s, donor, hours)
        if before - s.score[0] > 2 * _worth(a, pair, need):
            return False
    return False


@inner
def _worth(a: Arrays, pair: int, need: int) -> int:
    hours = max(need, a.total[a.line[pair]])
    return int(max(0, (a.rate[pair] + a.coverage) * hours + a.bonus[pair]))


@inner
def _cheapest(a: Arrays, s: State, pair: int, want: int, hours: I32) -> tuple[int, int, int]:
    """Who gives how much in which month at the least points a quarter; `hours` are those so far."""
    line, talent = a.line[pair], a.talent[pair]
    best, when, much, least = NONE, 0, 0, 1e18
    for at in range(a.mine[talent], a.mine[talent] + s.jobs[talent]):
        donor = s.job[at]
        theirs = a.line[donor]
        spare = s.served[theirs] - a.minimum[theirs]
        if spare <= 0 or donor == pair:
            continue
        place = a.place[theirs]
        rate = float(a.rate[donor]) + (a.coverage if s.fill[place] <= a.tier[place] else 0)
        for month in range(max(a.begin[line], a.begin[theirs]), min(a.end[line], a.end[theirs])):
            amount, gain = _donation(
                a, s, pair, donor, month, min(spare, s.hours[donor, month]), want, hours[month]
            )
            if gain > 0 and rate * amount / gain < least:
                best, when, much, least = donor, month, amount, rate * amount / gain
    return best, when, much


@inner
def _donation(
    a: Arrays, s: State, pair: int, donor: int, month: int, most: int, want: int, has: int
) -> tuple[int, int]:
    """How much the donor gives in the month, and how much the pair gains; nothing where it cannot.

    The donor keeps a block in the month or leaves it; the pair gets at least a block.
    """
    line, talent = a.line[pair], a.talent[pair]
    short = s.left[line, month] - has
    worked = s.hours[donor, month]
    if short <= 0 or most <= 0 or worked <= 0:
        return 0, 0
    free, overhead = s.free[talent, month], a.overhead[pair, month]
    if overhead >= a.free[talent, month]:
        return 0, 0
    alone = a.exclusive[line] and s.busy[talent, month] > 0
    alone = alone or s.alone[talent, month] > 0
    full = s.visits[a.group[pair], month] == 0 and s.places[talent, month] >= a.at_once[talent]
    # What of its hours now free the pair cannot use because they are less than a block.
    idle = 0 if has > 0 else free - overhead
    goal = max(min(short, want), a.least[line, month] - has)
    if not full and not alone:
        amount = max(1, min(goal - idle, short - idle))
        if amount <= min(most, worked - a.least[a.line[donor], month]):
            return amount, idle + amount
        amount = min(most, worked - a.least[a.line[donor], month])
        if amount > 0 and has + idle + amount >= a.least[line, month]:
            return amount, idle + amount
    # All of the donor's month: only where it keeps another, and where that opens the door.
    if most < worked or s.months[donor] <= 1:
        return 0, 0
    if full and s.visits[a.group[donor], month] > 1:
        return 0, 0
    if alone and s.busy[talent, month] > 1:
        return 0, 0
    gain = min(short, idle + worked + a.overhead[donor, month])
    return (worked, gain) if has + gain >= a.least[line, month] else (0, 0)
