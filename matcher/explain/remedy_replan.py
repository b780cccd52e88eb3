"""What the planner makes of a change: the part of the pool around it planned again, as it would be.

A change that would be enough with the rest of the plan left as it is may still come to nothing: the
planner puts new hours where they score most. So the part that the change can reach is planned anew
by the very insertion that answers a changed pool, at the objective's own prices, with what stands
counted as the last plan. Then the line's people are offered all other work before the line: where
that scores as much, a plan found later may take the line's hours away.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from matcher.explain.affected_subproblem import AffectedSubproblem
from matcher.explain.fill_roster import filled
from matcher.explain.remedy_proposal import RemedyProposal
from matcher.problem import Line
from matcher.repair.insert_touched import insert_touched
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.touched import Touched, touched
from matcher.roster.best_hours import best_hours
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster

#: So many changes of a plan are planned again; beyond that all are told with their condition.
MOST = 200


class RemedyReplan:
    """Changes of one plan, tried out."""

    def __init__(self, around: AffectedSubproblem, tries: int = MOST) -> None:
        self._around, self._left = around, tries

    def serves(
        self, line: Line, proposal: RemedyProposal, *, held: bool = False, kept: bool = False
    ) -> bool:
        """Whether the line is served whole once the pool is planned again with the change.

        `held`: what its people do now is pinned first; `kept`: and they do nothing new elsewhere.
        False where that would be a near thing.
        """
        if not kept:
            if not self._left:
                return False
            self._left -= 1
        hands = proposal.hands
        before = self._around.of(
            line, hands, pinned=hands if held or kept else (), kept=hands if kept else ()
        )
        after = proposal.change(before)
        # Who is taken on for another line's sake begins like everybody else.
        found = ProblemDiff(before.problem, after.problem)
        what = touched(found, before.assignments) or Touched(
            lines=frozenset({line.line_id}), talents=frozenset(proposal.hands)
        )
        if found.new_talents.keys() - found.old_talents.keys() - {*hands}:
            # Once the PM is there, a moment later, the line that waited is served too.
            what = replace(what, lines=what.lines | {line.line_id})
        roster = insert_touched(after.problem, before.assignments, what)
        at = roster.numbered.line_at[line.line_id]
        if any(roster.left[at]):
            return False
        if kept:
            return True
        enough = roster.score - after.problem.weights.keep_drafted
        return not any(
            other.score >= enough and any(other.left[at]) for other in _others(roster, at)
        )


def _others(roster: Roster, line: int) -> Iterator[Roster]:
    """Plans in which the people of the line do something else first, and the line comes after."""
    mine = [at for at in roster.on[line] if not roster.numbered.is_pinned(line, at)]
    if not mine:
        return
    free = roster.copy()
    for talent in mine:
        free.drop(line, talent)
    lines = [at for at in range(len(roster.left)) if at != line]
    everything = range(len(roster.left))
    yield filled(free.copy(), lines, everything)
    for talent in mine:
        hours = roster.on[line][talent].hours
        months = [month for month, amount in enumerate(hours) if amount]
        for rival in lines:
            if not _may_come(free, rival, talent):
                continue
            as_is = _first(roster, rival, talent, range(len(hours)))
            spans = [range(len(hours)), *(([m] for m in months) if len(months) > 1 else ())]
            for span in spans:
                offer = _first(free, rival, talent, span)
                if offer is None or offer.points <= 0:
                    continue
                if as_is and as_is.quarters >= offer.quarters:
                    continue  # there is room for both
                other = free.copy()
                if talent in other.on[rival]:
                    other.drop(rival, talent)
                other.take(offer)
                yield filled(other, [line], everything)


def _may_come(roster: Roster, line: int, talent: int) -> bool:
    """Whether the line lacks hours that the talent might give."""
    numbered = roster.numbered
    asked, person = numbered.lines[line], numbered.talents[talent]
    return (
        any(roster.left[line])
        and asked.role in person.roles
        and not numbered.is_pinned(line, talent)
        and (talent in roster.on[line] or roster.open_places(line) > 0)
        and numbered.is_eligible(line, talent)
    )


def _first(roster: Roster, line: int, talent: int, months: Collection[int]) -> Insertion | None:
    """The most that the talent can give the line, more than now in these months alone."""
    hand, left = roster.on[line].get(talent), roster.left[line]
    hours = list(roster.drop(line, talent)) if hand else [0] * len(left)
    asked = left[:]
    left[:] = [a if at in months else h for at, (a, h) in enumerate(zip(asked, hours, strict=True))]
    try:
        return best_hours(roster, line, roster.numbered.pair(line, talent))
    finally:
        left[:] = asked
        if hand:
            roster.put(line, talent, hours)
