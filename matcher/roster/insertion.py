"""The hours one talent can give a line with the rest of the plan left as it is.

Every quarter served is worth something, so a talent who comes gives all they can in each month.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.roster.indexed_problem import IndexedPair

if TYPE_CHECKING:
    from matcher.roster.roster import Roster


@dataclass(frozen=True, slots=True)
class Insertion:
    """Talents put on a line, by number: hours as a row of months, and points gained."""

    line: int
    shares: tuple[tuple[int, tuple[int, ...]], ...]
    points: int
    quarters: int


def kept_points(pair: IndexedPair, hours: Sequence[int]) -> int:
    """Points for the quarters that stay in the months people have seen."""
    return pair.keep_rate * sum(map(min, hours, pair.kept)) if pair.kept else 0


def open_places(roster: "Roster", line: int) -> int:
    """How many more talents the line may take now: 0 while it waits for its PM."""
    if not roster.may_start(line):
        return 0
    return roster.numbered.lines[line].people - len(roster.on[line])


def is_open(roster: "Roster", line: int, talent: int, month: int) -> bool:
    """Whether the talent's other lines in the month leave room for this one, hours aside."""
    places = roster.at_places[talent][month]
    if not places:
        return True
    numbered = roster.numbered
    if numbered.exclusive[line] or roster.alone[talent][month]:
        return False
    return len(places) < numbered.at_once[talent] or numbered.place[line] in places


def single(
    roster: "Roster", line: int, pair: IndexedPair, need: int | None = None
) -> Insertion | None:
    """The most one talent can give the line; None below `need` (by default, what it lacks)."""
    left, free, overhead = roster.left[line], roster.free[pair.talent], pair.overhead
    row = [0] * len(left)
    total = 0
    for month, least in pair.months:
        amount = min(left[month], free[month] - overhead[month] if overhead else free[month])
        if amount >= least and is_open(roster, line, pair.talent, month):
            row[month] = amount
            total += amount
    if total < (need_of(roster, line) if need is None else need):
        return None
    hours = tuple(row)
    points = pair.rate * total + pair.bonus + kept_points(pair, hours)
    points += tier_points(roster, line, total) + start_points(roster, line)
    points -= over_cost(roster, pair.talent, total)
    return Insertion(line, ((pair.talent, hours),), points, total)


def need_of(roster: "Roster", line: int) -> int:
    """Quarters the line lacks to count as started."""
    minimum = roster.numbered.minimum[line]
    return max(1, minimum - roster.total(line)) if minimum else 1


def start_points(roster: "Roster", line: int) -> int:
    """Points for producer cover, if somebody begins on the line; none where somebody is there."""
    numbered, at = roster.numbered, roster.numbered.request[line]
    if roster.on[line]:
        return 0
    if not numbered.is_producer[line]:
        covered = 1 if roster.producers[at] else 0
    else:
        covered = 0 if roster.producers[at] else roster.others[at]
    return numbered.problem.weights.producer * covered


def over_cost(roster: "Roster", talent: int, quarters: int) -> int:
    """What so many more quarters cost where they pass the talent's fair share."""
    fair, load = roster.numbered.fair[talent], roster.load[talent]
    return roster.numbered.problem.weights.balance * (
        max(0, load + quarters - fair) - max(0, load - fair)
    )


def tier_points(roster: "Roster", line: int, quarters: int) -> int:
    """Points for the first tier of the line's municipality."""
    numbered = roster.numbered
    place = numbered.place[line]
    room_in_tier = max(0, numbered.tier[place] - roster.served_of_place[place])
    return numbered.problem.weights.coverage * min(quarters, room_in_tier)
