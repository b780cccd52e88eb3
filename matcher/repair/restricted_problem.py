"""A restricted problem: some lines and people free, all else held by pins; and put back."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from matcher.building.problem_part import hours_used, problem_part, with_no_hours_but
from matcher.eligibility.pair_table import PairTable
from matcher.plan import Plan
from matcher.problem import Assignment, Problem
from matcher.repair.related_lines import RelatedLines, related_lines
from matcher.repair.touched import Touched
from matcher.roster.roster import Roster
from matcher.runtime.gc_pause import gc_paused
from models.ids import LineId, TalentId

#: A pool of so few lines is planned anew as a whole.
_FEW_LINES = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedProblem:
    """A problem of its own: the free lines, and what the same people and places do besides.

    The latter is pinned, and nobody can join it. A plan of the part fits into the whole plan, and
    gains there what it gains here.
    """

    problem: Problem
    start: tuple[Assignment, ...]  #: what the whole plan says of the part
    free: frozenset[LineId]  #: lines that may be served otherwise
    rest: tuple[Assignment, ...]  #: what the whole plan says of all other lines

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the problem is left out."""
        return len(self.free) == len(self.problem.lines)

    def put_back(self, made: Sequence[Assignment]) -> tuple[Assignment, ...]:
        """The whole plan, with the part as it is made now."""
        return (*self.rest, *(a for a in made if a.line_id in self.free))


@gc_paused()
def part_around(problem: Problem, plan: Plan, what: Touched) -> RestrictedProblem:
    """What lies around the touched; all there is, in a small pool."""
    if len(problem.lines) <= _FEW_LINES:
        free = frozenset(line.line_id for line in problem.lines)
        return RestrictedProblem(problem=problem, start=plan.assignments, free=free, rest=())
    roster = Roster(problem, plan.assignments)
    return part(roster, related_lines(roster, what))


def part(roster: Roster, near: RelatedLines) -> RestrictedProblem:
    """The part of the roster's problem in which these lines and people are free."""
    numbered = roster.numbered
    problem, made = numbered.problem, roster.assignments()
    hands = {numbered.talents[at].talent_id for at in near.hands}
    lines = {numbered.lines[at].line_id for at in near.lines}
    places = {numbered.lines[at].municipalities for at in near.lines}
    served = {a.line_id for a in made}
    # A place's first tier depends on all that is asked there: lines that nobody serves come along.
    free = lines | {
        line.line_id
        for line in problem.lines
        if line.municipalities in places and line.line_id not in served
    }
    here = free | {line.line_id for line in problem.lines if line.municipalities in places}
    here |= {a.line_id for a in made if a.talent_id in hands}
    start = tuple(a for a in made if a.line_id in here)
    return RestrictedProblem(
        problem=_cut(problem, free=free, here=here, hands=hands, start=start),
        start=start,
        free=frozenset(free),
        rest=tuple(a for a in made if a.line_id not in free),
    )


def _cut(
    problem: Problem,
    *,
    free: AbstractSet[LineId],
    here: AbstractSet[LineId],
    hands: AbstractSet[TalentId],
    start: Sequence[Assignment],
) -> Problem:
    """The lines `here` as a problem; what is not free is held by pins."""
    pinned = {pin.pair for pin in problem.pins}
    pins = [a for a in start if a.line_id not in free or a.pair in pinned]
    used = hours_used(start, PairTable(problem))
    people = Counter(a.line_id for a in start)
    there = hands | {pin.talent_id for pin in pins}
    return problem_part(
        problem,
        lines=[
            line
            if line.line_id in free
            else line.model_copy(update={"people": max(1, people[line.line_id])})
            for line in problem.lines
            if line.line_id in here
        ],
        # Of people who are not free the rest of what they do is not here.
        talents=[
            t if t.talent_id in hands else with_no_hours_but(t, used[t.talent_id])
            for t in problem.talents
            if t.talent_id in there
        ],
        pins=pins,
        previous=(p for p in problem.previous if p.line_id in free and p.talent_id in hands),
    )
