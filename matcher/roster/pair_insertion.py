"""Insertion of two talents into a line together, each month split at its best."""

from matcher.roster.indexed_problem import IndexedPair
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster

#: Points per quarter, points per quarter that stays, and quarters people have seen.
_Curve = tuple[int, int, int]

#: Points, and the hours of both.
_Choice = tuple[int, tuple[int, int]]

#: (least, most) of a month in which a talent cannot work.
_NOTHING = (1, 0)


def split(roster: Roster, line: int, one: IndexedPair, two: IndexedPair) -> Insertion | None:
    """The most two talents, both at work, can give the line together; None where they cannot.

    Exact unless the line's municipality passes its first tier on the way, one of them their fair
    share of hours, or the line only just reaches its minimum; then valid, and nearly best.
    """
    need = roster.need_of(line)
    offer = _split_at(roster, line, one, two, (0, 0), roster.tier_points(line, 1))
    if offer is None or offer.quarters < need:
        # The dearest split may miss the minimum that the fullest one reaches.
        offer = _split_at(roster, line, one, two, (0, 0), 1_000_000)
    if offer is None or offer.quarters < need:
        return None
    balance = roster.numbered.problem.weights.balance
    one_off, two_off = (
        balance if roster.over_cost(talent, sum(hours)) else 0 for talent, hours in offer.shares
    )
    if one_off != two_off:
        # The one who is past their share gives way where the other is as good.
        extra = roster.tier_points(line, 1)
        other = _split_at(roster, line, one, two, (one_off, two_off), extra)
        if other and other.quarters >= need and other.points > offer.points:
            return other
    return offer


def _open(roster: Roster, line: int, pair: IndexedPair) -> dict[int, tuple[int, int]]:
    """(least, free) by month, where the talent has hours and room left."""
    free = roster.free[pair.talent]
    if pair.overhead:
        free = [hours - lost for hours, lost in zip(free, pair.overhead, strict=True)]
    return {
        month: (least, free[month])
        for month, least in pair.months
        if free[month] >= least and roster.is_open(line, pair.talent, month)
    }


def _split_at(  # noqa: PLR0917
    roster: Roster,
    line: int,
    one: IndexedPair,
    two: IndexedPair,
    off: tuple[int, int],
    extra: int,
) -> Insertion | None:
    """The best split where each quarter is worth `extra` more, and `off` less to each of the two.

    None where one has no hours.
    """
    left = roster.left[line]
    of_one, of_two = _open(roster, line, one), _open(roster, line, two)
    choices = {
        month: _choices(
            left[month],
            of_one.get(month, _NOTHING),
            of_two.get(month, _NOTHING),
            _curve(one, month, extra - off[0]),
            _curve(two, month, extra - off[1]),
        )
        for month in of_one.keys() | of_two.keys()
    }
    picked = {month: max(some) for month, some in choices.items()}
    for side in (0, 1):
        if not any(hours[side] for _, hours in picked.values()):
            _put_to_work(side, picked, choices)
    rows = [[0] * len(left), [0] * len(left)]
    for month, (_, amounts) in picked.items():
        rows[0][month], rows[1][month] = amounts
    hours = tuple(rows[0]), tuple(rows[1])
    if not any(hours[0]) or not any(hours[1]):
        return None
    total = sum(hours[0]) + sum(hours[1])
    points = roster.tier_points(line, total) + roster.start_points(line)
    for pair, row in zip((one, two), hours, strict=True):
        points += pair.rate * sum(row) + pair.bonus + pair.kept_points(row)
        points -= roster.over_cost(pair.talent, sum(row))
    shares = (one.talent, hours[0]), (two.talent, hours[1])
    return Insertion(line, shares, points, total)


def _curve(pair: IndexedPair, month: int, extra: int) -> _Curve:
    return pair.rate + extra, pair.keep_rate, pair.kept[month] if pair.kept else 0


def _choices(
    left: int, one: tuple[int, int], two: tuple[int, int], curve_one: _Curve, curve_two: _Curve
) -> list[_Choice]:
    """The hours of two people in one month that may be best.

    Worth rises with hours and bends once, at the hours people have seen: among full splits the
    best is an end or a bend.
    """
    (least_one, most_one), (least_two, most_two) = one, two
    most_one, most_two = min(most_one, left), min(most_two, left)
    found = [(0, 0)]
    if most_one >= least_one:
        found.append((most_one, 0))
    if most_two >= least_two:
        found.append((0, most_two))
    if most_one >= least_one and most_two >= least_two and most_one + most_two <= left:
        found.append((most_one, most_two))
    else:
        low, high = max(least_one, left - most_two), min(most_one, left - least_two)
        if low <= high:
            bends = (low, high, curve_one[2], left - curve_two[2])
            found += [(h, left - h) for h in bends if low <= h <= high]
    return [(_points(curve_one, a) + _points(curve_two, b), (a, b)) for a, b in found]


def _put_to_work(side: int, picked: dict[int, _Choice], choices: dict[int, list[_Choice]]) -> None:
    """Give somebody without hours the month in which that costs least, if there is one."""
    offers = [
        (picked[month][0] - choice[0], month, choice)
        for month, some in choices.items()
        for choice in some
        if choice[1][side]
        # The other one must not lose their only month by it.
        and (choice[1][1 - side] or any(picked[m][1][1 - side] for m in picked if m != month))
    ]
    if offers:
        _, month, choice = min(offers)
        picked[month] = choice


def _points(curve: _Curve, hours: int) -> int:
    rate, keep_rate, kept = curve
    return rate * hours + keep_rate * min(hours, kept)
