"""Insertion of one talent into a line with the rest of the plan left as it is.

Every quarter served is worth something, so a talent who comes gives all they can in each month.
"""

from matcher.roster.indexed_problem import IndexedPair
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster


def single(
    roster: Roster, line: int, pair: IndexedPair, need: int | None = None
) -> Insertion | None:
    """The most one talent can give the line; None below `need` (by default, what it lacks)."""
    left, free, overhead = roster.left[line], roster.free[pair.talent], pair.overhead
    row = [0] * len(left)
    total = 0
    for month, least in pair.months:
        amount = min(left[month], free[month] - overhead[month] if overhead else free[month])
        if amount >= least and roster.is_open(line, pair.talent, month):
            row[month] = amount
            total += amount
    if total < (roster.need_of(line) if need is None else need):
        return None
    hours = tuple(row)
    points = pair.rate * total + pair.bonus + pair.kept_points(hours)
    points += roster.tier_points(line, total) + roster.start_points(line)
    points -= roster.over_cost(pair.talent, total)
    return Insertion(line, ((pair.talent, hours),), points, total)
