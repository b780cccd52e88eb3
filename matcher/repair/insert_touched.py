"""Reinsertion of the touched lines; everything else keeps its people and its hours."""

from collections.abc import Iterable, Sequence

from matcher.problem import Assignment, Problem
from matcher.repair.keep_valid import keep_valid
from matcher.repair.serve_line import serve_anew, serve_line
from matcher.repair.touched import Touched
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster
from matcher.roster.single_insertion import single


def insert_touched(problem: Problem, start: Sequence[Assignment], what: Touched) -> Roster:
    """A plan, pins included: `start` as far as it may stay, what is touched planned anew.

    Touched lines are served by whoever adds most points; touched talents give the hours they have
    left to the lines that lack some.
    """
    roster = Roster(problem)
    numbered = roster.numbered
    lost = keep_valid(roster, start, what.spares)
    touched = {numbered.line_at[line_id] for line_id in what.lines} | lost
    for line in sorted(touched, key=lambda at: (numbered.rank(at), at)):
        for pm in numbered.chained[line] or ():
            if not roster.may_start(line):
                serve_line(roster, pm)
        serve_line(roster, line)
    hands = {numbered.talent_at[talent_id] for talent_id in what.talents}
    freed = {a.talent_id for a in start if numbered.line_at.get(a.line_id) in lost}
    hands |= {numbered.talent_at[at] for at in freed if at in numbered.talent_at}
    for talent in sorted(hands):
        _give(roster, talent)
    return roster


def _give(roster: Roster, talent: int) -> None:
    """Give what is left of a talent's hours to lines that lack some, the most points first."""
    if not any(roster.free[talent]):
        return
    mine = [at for at, left in enumerate(roster.left) if talent in roster.on[at] and any(left)]
    for line in mine:
        serve_anew(roster, line)
    offers = [offer for at in _lacking(roster, talent) if (offer := _offer(roster, at, talent))]
    for offer in sorted(offers, key=lambda found: (-found.points, found.line)):
        now = _offer(roster, offer.line, talent)
        if now:
            roster.take(now)


def _lacking(roster: Roster, talent: int) -> Iterable[int]:
    """Lines of the talent's roles that lack hours in months in which the talent has some."""
    numbered = roster.numbered
    roles = numbered.talents[talent].roles
    months = [month for month, hours in enumerate(roster.free[talent]) if hours]
    for at, left in enumerate(roster.left):
        if numbered.lines[at].role in roles and any(left[month] for month in months):
            yield at


def _offer(roster: Roster, line: int, talent: int) -> Insertion | None:
    """What the talent adds on a line where they are not yet; None where that is nothing."""
    numbered = roster.numbered
    if talent in roster.on[line] or roster.open_places(line) < 1:
        return None
    if not numbered.is_eligible(line, talent):
        return None
    offer = single(roster, line, numbered.pair(line, talent))
    return offer if offer and offer.points > 0 else None
