"""A part of a problem to be planned anew, everything else held as it is; and put back."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from matcher.eligibility.pair_table import PairTable
from matcher.plan import Plan
from matcher.problem import Assignment, Line, Problem, ProblemTalent
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
    cut = _Cut(problem, free=free, here=here, hands=hands, start=start)
    return RestrictedProblem(
        problem=cut.problem(),
        start=start,
        free=frozenset(free),
        rest=tuple(a for a in made if a.line_id not in free),
    )


class _Cut:
    """Cuts the problem; what is not free is held by pins."""

    def __init__(
        self,
        problem: Problem,
        *,
        free: AbstractSet[LineId],
        here: AbstractSet[LineId],
        hands: AbstractSet[TalentId],
        start: Sequence[Assignment],
    ) -> None:
        self._problem, self._free, self._here, self._hands = problem, free, here, hands
        self._people: defaultdict[LineId, int] = defaultdict(int)
        self._used: defaultdict[TalentId, dict[str, int]] = defaultdict(dict)
        pinned = {pin.pair for pin in problem.pins}
        overhead = PairTable(problem)
        for a in start:
            self._people[a.line_id] += 1
            lost = overhead.overhead(a.line_id, a.talent_id)
            used = self._used[a.talent_id]
            for month, hours in a.hours.items():
                used[month] = used.get(month, 0) + hours + lost.get(month, 0)
        self._pins = tuple(a for a in start if a.line_id not in free or a.pair in pinned)
        self._talents = hands | {a.talent_id for a in self._pins}

    def problem(self) -> Problem:
        """The part as a problem."""
        whole = self._problem
        return whole.model_copy(
            update={
                "lines": tuple(self._line(ln) for ln in whole.lines if ln.line_id in self._here),
                "talents": tuple(
                    self._talent(t) for t in whole.talents if t.talent_id in self._talents
                ),
                "pairs": tuple(p for p in whole.pairs if self._has(p.line_id, p.talent_id)),
                "bars": tuple(b for b in whole.bars if self._has(b.line_id, b.talent_id)),
                "pins": self._pins,
                "previous": tuple(
                    p
                    for p in whole.previous
                    if p.line_id in self._free and p.talent_id in self._hands
                ),
            }
        )

    def _has(self, line_id: LineId, talent_id: TalentId) -> bool:
        return line_id in self._here and talent_id in self._talents

    def _line(self, line: Line) -> Line:
        if line.line_id in self._free:
            return line
        return line.model_copy(update={"people": max(1, self._people[line.line_id])})

    def _talent(self, talent: ProblemTalent) -> ProblemTalent:
        if talent.talent_id in self._hands:
            return talent
        # The rest of what they do is not here: they have no hours but those of the pins.
        used = {m: h + talent.overhead for m, h in self._used[talent.talent_id].items()}
        return talent.model_copy(update={"capacity": used})
