"""The hours one talent, or two, can give a line with the rest of the plan left as it is.

Every quarter served is worth something, so one talent gives all they can in each month: that is
exact. For two, each month is split at its best; see `split` for the one case that is not exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.numbered import Pair

if TYPE_CHECKING:
    from matcher.roster import Roster

#: Points per quarter, points per quarter that stays, and quarters people have seen.
_Curve = tuple[int, int, int]

#: Twos are sought among so many: all of a pool of today, the best of a large one.
SHORT_LIST = 24

#: (least, most) of a month in which a talent cannot work.
_NOTHING = (1, 0)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Talents put on a line, by number: hours as a row of months, and points gained."""

    line: int
    shares: tuple[tuple[int, tuple[int, ...]], ...]
    points: int
    quarters: int


def kept_points(pair: Pair, hours: Sequence[int]) -> int:
    """Points for the quarters that stay in the months people have seen."""
    return pair.keep_rate * sum(map(min, hours, pair.kept)) if pair.kept else 0


def room(roster: "Roster", line: int) -> int:
    """How many more talents the line may take now: 0 while it waits for its PM."""
    if not roster.may_start(line):
        return 0
    return roster.numbered.lines[line].people - len(roster.on[line])


def best(roster: "Roster", line: int, prices: Sequence[int] | None = None) -> Insertion | None:
    """The insertion of one or two eligible talents that adds most points; None where none fits.

    `prices` (points per quarter, by talent) are taken off before comparing, not off the points.
    """
    places = room(roster, line)
    if places <= 0 or not any(roster.left[line]):
        return None
    on = roster.on[line]
    need = _need(roster, line)
    alone: list[tuple[int, int, Pair]] = []
    found, found_worth = None, 0
    for pair in roster.numbered.candidates[line]:
        if pair.talent in on:
            continue
        offer = single(roster, line, pair, 1)
        if offer is None:
            continue
        price = prices[pair.talent] if prices else 0
        worth = offer.points - price * offer.quarters
        # Prices belong to the choice of one; two are compared by their points.
        alone.append((offer.points, offer.quarters, pair))
        if offer.quarters >= need and (found is None or worth > found_worth):
            found, found_worth = offer, worth
    if places < 2 or len(alone) < 2:
        return found
    return _best_two(roster, line, alone, found)


def single(roster: "Roster", line: int, pair: Pair, need: int | None = None) -> Insertion | None:
    """The most one talent can give the line; None below `need` (by default, what it lacks)."""
    left, free = roster.left[line], roster.free[pair.talent]
    at_places, at_once = roster.at_places[pair.talent], roster.numbered.at_once[pair.talent]
    place = roster.numbered.place[line]
    row = [0] * len(left)
    total = 0
    for month, least in pair.months:
        amount = left[month] if left[month] < free[month] else free[month]
        if amount >= least and (len(at_places[month]) < at_once or place in at_places[month]):
            row[month] = amount
            total += amount
    if total < (_need(roster, line) if need is None else need):
        return None
    hours = tuple(row)
    points = pair.rate * total + pair.bonus + kept_points(pair, hours)
    points += _tier_points(roster, line, total)
    return Insertion(line, ((pair.talent, hours),), points, total)


def split(roster: "Roster", line: int, one: Pair, two: Pair) -> Insertion | None:
    """The most two talents, both at work, can give the line together; None where they cannot.

    Exact unless the line's municipality passes its first tier on the way, or the line only just
    reaches its minimum; then valid, and nearly best.
    """
    inside = _tier_points(roster, line, 1)
    offers = [_split_at(roster, line, one, two, inside)]
    if (
        offers[0]
        and inside
        and _tier_points(roster, line, 1 + offers[0].quarters) < inside * (1 + offers[0].quarters)
    ):
        offers.append(_split_at(roster, line, one, two, 0))
    good = [o for o in offers if o is not None and o.quarters >= _need(roster, line)]
    if not good:
        # The dearest split may miss the minimum that the fullest one reaches.
        fullest = _split_at(roster, line, one, two, 1_000_000)
        good = [fullest] if fullest and fullest.quarters >= _need(roster, line) else []
    return max(good, key=lambda offer: offer.points, default=None)


def _best_two(
    roster: "Roster", line: int, alone: list[tuple[int, int, Pair]], found: Insertion | None
) -> Insertion | None:
    """The best of `found` and of all twos, leaving out twos that cannot be better."""
    alone.sort(key=lambda item: (-item[0], item[2].talent))
    del alone[SHORT_LIST:]
    left = sum(roster.left[line])
    full = _tier_points(roster, line, left)
    most = [pair.bonus + pair.keep_rate * sum(pair.kept) for _, _, pair in alone]
    for at, (points, quarters, one) in enumerate(alone):
        for then in range(at + 1, len(alone)):
            other_points, other_quarters, two = alone[then]
            if found:
                if points + other_points <= found.points:
                    break  # the others are worth still less
                # No more than is left, and the dearer one first.
                fewer = left - (quarters if one.rate >= two.rate else other_quarters)
                spare = min(fewer, other_quarters if one.rate >= two.rate else quarters)
                reach = max(one.rate, two.rate) * (left - fewer) + min(one.rate, two.rate) * spare
                if reach + full + most[at] + most[then] <= found.points:
                    continue
            offer = split(roster, line, one, two)
            if offer and (found is None or offer.points > found.points):
                found = offer
    return found


def _need(roster: "Roster", line: int) -> int:
    """Quarters the line lacks to count as started."""
    minimum = roster.numbered.minimum[line]
    return max(1, minimum - roster.total(line)) if minimum else 1


def _tier_points(roster: "Roster", line: int, quarters: int) -> int:
    """Points for the first tier of the line's municipality."""
    numbered = roster.numbered
    place = numbered.place[line]
    room_in_tier = max(0, numbered.tier[place] - roster.served_of_place[place])
    return numbered.problem.weights.coverage * min(quarters, room_in_tier)


def _open(roster: "Roster", line: int, pair: Pair) -> list[tuple[int, int, int]]:
    """(month, least, free) of the months in which the talent has hours and a place left."""
    free, at_places = roster.free[pair.talent], roster.at_places[pair.talent]
    place = roster.numbered.place[line]
    at_once = roster.numbered.at_once[pair.talent]
    return [
        (month, least, free[month])
        for month, least in pair.months
        if free[month] >= least and (len(at_places[month]) < at_once or place in at_places[month])
    ]


def _split_at(roster: "Roster", line: int, one: Pair, two: Pair, extra: int) -> Insertion | None:
    """The best split where each quarter is worth `extra` more; None where one has no hours."""
    left = roster.left[line]
    of_one = {month: (least, most) for month, least, most in _open(roster, line, one)}
    of_two = {month: (least, most) for month, least, most in _open(roster, line, two)}
    count = len(left)
    rows = [0] * count, [0] * count
    for month in of_one.keys() | of_two.keys():
        rows[0][month], rows[1][month] = _month(
            left[month],
            of_one.get(month, _NOTHING),
            of_two.get(month, _NOTHING),
            _curve(one, month, extra),
            _curve(two, month, extra),
        )
    hours = tuple(rows[0]), tuple(rows[1])
    if not any(hours[0]) or not any(hours[1]):
        return None
    total = sum(hours[0]) + sum(hours[1])
    points = _tier_points(roster, line, total) + sum(
        pair.rate * sum(row) + pair.bonus + kept_points(pair, row)
        for pair, row in zip((one, two), hours, strict=True)
    )
    shares = (one.talent, hours[0]), (two.talent, hours[1])
    return Insertion(line, shares, points, total)


def _curve(pair: Pair, month: int, extra: int) -> _Curve:
    return pair.rate + extra, pair.keep_rate, pair.kept[month] if pair.kept else 0


def _month(
    left: int, one: tuple[int, int], two: tuple[int, int], curve_one: _Curve, curve_two: _Curve
) -> tuple[int, int]:
    """The best hours of two people in one month.

    Worth rises with hours and bends once, at the hours people have seen: among full splits the
    best is an end or a bend.
    """
    (least_one, most_one), (least_two, most_two) = one, two
    most_one, most_two = min(most_one, left), min(most_two, left)
    choices = [(0, 0)]
    if most_one >= least_one:
        choices.append((most_one, 0))
    if most_two >= least_two:
        choices.append((0, most_two))
    if most_one >= least_one and most_two >= least_two and most_one + most_two <= left:
        choices.append((most_one, most_two))
    else:
        low, high = max(least_one, left - most_two), min(most_one, left - least_two)
        if low <= high:
            bends = (low, high, curve_one[2], left - curve_two[2])
            choices += [(h, left - h) for h in bends if low <= h <= high]
    return max(choices, key=lambda c: _points(curve_one, c[0]) + _points(curve_two, c[1]))


def _points(curve: _Curve, hours: int) -> int:
    rate, keep_rate, kept = curve
    return rate * hours + keep_rate * min(hours, kept)
