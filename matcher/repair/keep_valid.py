"""The valid part of an earlier plan, put on a roster of the changed problem."""

from collections.abc import Callable, Iterable, Sequence

from matcher.problem import Assignment
from matcher.roster.roster import Roster
from matcher.roster.single_insertion import single
from models.ids import LineId, TalentId

#: Whether a pair is as eligible as it was when the plan was made.
AsBefore = Callable[[LineId, TalentId], bool]


def keep_valid(roster: Roster, start: Iterable[Assignment], as_before: AsBefore) -> set[int]:
    """Put back what is still valid of `start`; the lines that lost people or hours by it."""
    numbered = roster.numbered
    of_line: dict[int, list[Assignment]] = {}
    for assignment in start:
        line = numbered.line_at.get(assignment.line_id)
        if line is not None and not _is_there(roster, line, assignment):
            of_line.setdefault(line, []).append(assignment)
    # PM lines before those they carry; where hours have become scarce, the dearest keep theirs.
    order = sorted(of_line, key=numbered.rank)
    return {line for line in order if not _keep_line(roster, line, of_line[line], as_before)}


def _is_there(roster: Roster, line: int, assignment: Assignment) -> bool:
    """Whether it is on the roster already, as a pin."""
    return roster.numbered.talent_at.get(assignment.talent_id) in roster.on[line]


def _keep_line(roster: Roster, line: int, mine: Sequence[Assignment], as_before: AsBefore) -> bool:
    """Whether all of the line could stay.

    Less than its minimum does not stay at all, and nobody does where the PM line has lost its PM.
    """
    whole = [
        (as_before(*assignment.pair) and _keep_whole(roster, line, assignment))
        or _keep_cut(roster, line, assignment)
        for assignment in mine
    ]
    if 0 < roster.total(line) < roster.numbered.minimum[line]:
        for talent in list(roster.on[line]):
            roster.drop(line, talent)
        return False
    return all(whole)


def _keep_whole(roster: Roster, line: int, assignment: Assignment) -> bool:
    """Whether an eligible pair could stay as it was; nothing is put on the roster where not."""
    numbered = roster.numbered
    talent = numbered.talent_at[assignment.talent_id]
    pair = numbered.pair(line, talent)
    free, left = roster.free[talent], roster.left[line]
    row = [0] * len(left)
    for name, hours in assignment.hours.items():
        month = numbered.month_at[name]
        spare = free[month] - pair.overhead[month] if pair.overhead else free[month]
        if hours > min(left[month], spare) or not roster.is_open(line, talent, month):
            return False
        row[month] = hours
    if roster.open_places(line) < 1:
        return False
    roster.put(line, talent, row)
    return True


def _keep_cut(roster: Roster, line: int, assignment: Assignment) -> bool:
    """Whether it could stay with all its hours; they are cut to what is free, asked and allowed."""
    numbered = roster.numbered
    talent = numbered.talent_at.get(assignment.talent_id)
    if talent is None or roster.open_places(line) < 1:
        return False
    if not numbered.is_eligible(line, talent):
        return False
    pair = numbered.pair(line, talent)
    offer = single(roster, line, pair, 1)
    if offer is None:
        return False
    most, least = offer.shares[0][1], dict(pair.months)
    asked = [assignment.hours.get(month, 0) for month in numbered.months]
    kept = [min(want, have) for want, have in zip(asked, most, strict=True)]
    hours = [h if h >= least.get(month, 1) else 0 for month, h in enumerate(kept)]
    if any(hours):
        roster.put(line, talent, hours)
    return hours == asked
