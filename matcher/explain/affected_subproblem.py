"""What lies around a change: the lines and people it could move, everything else held as it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from matcher.building.problem_part import hours_used, problem_part, with_hours_less
from matcher.eligibility.pair_table import PairTable
from matcher.explain.remedy_check import Part
from matcher.problem import Assignment, Bar, Line, PairTerms, Previous, Problem, ProblemTalent
from models.ids import LineId, TalentId

#: So many lines that lack hours compete for what a change brings: those worth most.
RIVALS = 24


class AffectedSubproblem:
    """Cuts out of a plan what a change to some talents or a line could move.

    Places and requests come whole, since points depend on them; people who also work elsewhere have
    only the hours that this leaves them.
    """

    def __init__(self, problem: Problem, assignments: Sequence[Assignment]) -> None:
        self._problem = problem
        self._lines = {line.line_id: line for line in problem.lines}
        self._talents = {talent.talent_id: talent for talent in problem.talents}
        self._pins = {pin.pair for pin in problem.pins}
        self._seen = {previous.pair for previous in problem.previous if previous.seen}
        self._overhead = PairTable(problem)
        self._at_place: defaultdict[tuple[str, ...], list[LineId]] = defaultdict(list)
        self._of_request: defaultdict[str, list[LineId]] = defaultdict(list)
        for line in problem.lines:
            self._at_place[line.municipalities].append(line.line_id)
            self._of_request[line.request_id].append(line.line_id)
        self._on: defaultdict[LineId, list[Assignment]] = defaultdict(list)
        self._of: defaultdict[TalentId, list[Assignment]] = defaultdict(list)
        for assignment in assignments:
            self._on[assignment.line_id].append(assignment)
            self._of[assignment.talent_id].append(assignment)
        self._pairs: defaultdict[LineId, list[PairTerms]] = defaultdict(list)
        self._bars: defaultdict[LineId, list[Bar]] = defaultdict(list)
        for pair in problem.pairs:
            self._pairs[pair.line_id].append(pair)
        for bar in problem.bars:
            self._bars[bar.line_id].append(bar)

    def of(
        self,
        line: Line,
        hands: Iterable[TalentId],
        *,
        pinned: Collection[TalentId],
        kept: Collection[TalentId] = (),
    ) -> Part:
        """The part around a line and those who would serve it.

        What `pinned` do now is pinned; who is `kept` for the line does nothing new elsewhere.
        """
        known = [self._talents[at] for at in hands if at in self._talents]
        roles = {role for talent in known for role in talent.roles} or {line.role}
        near = {line.line_id, *(a.line_id for t in known for a in self._of[t.talent_id])}
        rivals = (at for at in self._lacking if self._lines[at].role in roles | {line.role})
        near.update(at for at, _ in zip(rivals, range(0 if kept else RIVALS), strict=False))
        here = {
            each
            for at in near
            for each in (
                *self._at_place[self._lines[at].municipalities],
                *self._of_request[self._lines[at].request_id],
            )
        }
        stay = tuple(a for at in self._lines if at in here for a in self._on[at])
        people = {*(t.talent_id for t in known), *(a.talent_id for a in stay)}
        pins = tuple(
            a
            for a in stay
            if a.pair in self._pins or (a.talent_id in pinned and a.line_id != line.line_id)
        )
        fixed = {pin.pair for pin in pins}
        empty = tuple(
            p
            for p in self._problem.pins
            if not p.total and p.line_id in here and p.talent_id in people
        )
        return Part(
            problem_part(
                self._problem,
                lines=[ln for at, ln in self._lines.items() if at in here],
                talents=[self._here(t, here) for at, t in self._talents.items() if at in people],
                pins=(*pins, *empty),
                pairs=(p for at in here for p in self._pairs[at]),
                bars=(
                    *(b for at in here for b in self._bars[at]),
                    *(
                        Bar(line_id=at, talent_id=who)
                        for at in here - {line.line_id}
                        for who in kept
                    ),
                ),
                previous=(
                    Previous.model_construct(
                        line_id=a.line_id,
                        talent_id=a.talent_id,
                        hours=a.hours,
                        seen=a.pair in self._seen,
                    )
                    for a in stay
                    if a.pair not in fixed
                ),
            ),
            stay,
        )

    @cached_property
    def _lacking(self) -> list[LineId]:
        """Lines that lack hours, those worth most first."""
        left = {at: ln.asked - sum(a.total for a in self._on[at]) for at, ln in self._lines.items()}
        lacking = [at for at, hours in left.items() if hours]
        return sorted(lacking, key=lambda at: (-left[at] * self._lines[at].value, at))

    def _here(self, talent: ProblemTalent, here: set[LineId]) -> ProblemTalent:
        """The talent with the hours that work elsewhere leaves."""
        away = [a for a in self._of[talent.talent_id] if a.line_id not in here]
        used = hours_used(away, self._overhead)
        return with_hours_less(talent, used[talent.talent_id]) if away else talent
