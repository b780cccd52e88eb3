"""The part of a plan that a change can touch, and the line served anew in it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.check import faults
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from matcher.roster.best_insertion import insertion
from matcher.roster.roster import Roster
from models.entities import Form, Nature, Role
from models.ids import LineId, TalentId


class Surroundings:
    """Cuts out of a plan what touches a line and some talents.

    Everything else keeps its hours and its people, so a plan that was valid stays valid there, and
    it is enough to judge the part.
    """

    def __init__(self, problem: Problem, assignments: Iterable[Assignment]) -> None:
        self._problem = problem
        self._lines: dict[LineId, Line] = {line.line_id: line for line in problem.lines}
        self._pms: defaultdict[str, list[LineId]] = defaultdict(list)
        for line in problem.lines:
            if line.role is Role.PM:
                self._pms[line.request_id].append(line.line_id)
        self._on: defaultdict[LineId, list[Assignment]] = defaultdict(list)
        self._of: defaultdict[TalentId, list[Assignment]] = defaultdict(list)
        for assignment in assignments:
            self._on[assignment.line_id].append(assignment)
            self._of[assignment.talent_id].append(assignment)

    def of(
        self, line_id: LineId, talents: Sequence[TalentId], *, without: Iterable[TalentId]
    ) -> "Part":
        """The line, everything these talents do, and the PM lines that carry it.

        The line's own assignments stay, but for those of the talents `without`.
        """
        near = {line_id, *(a.line_id for talent in talents for a in self._of[talent])}
        for touched in tuple(near):
            near.update(self._pms[self._lines[touched].request_id])
        gone = {(line_id, talent) for talent in without}
        stay = [a for near_id in near for a in self._on[near_id] if a.pair not in gone]
        people = {*talents, *(a.talent_id for a in stay)}
        pairs = {a.pair for a in stay}
        problem = self._problem
        return Part(
            problem=problem.model_copy(
                update={
                    "lines": tuple(line for line in problem.lines if line.line_id in near),
                    "talents": tuple(t for t in problem.talents if t.talent_id in people),
                    "bars": tuple(
                        b for b in problem.bars if b.line_id in near and b.talent_id in people
                    ),
                    "pairs": tuple(
                        p for p in problem.pairs if p.line_id in near and p.talent_id in people
                    ),
                    "pins": tuple(pin for pin in problem.pins if pin.pair in pairs),
                    "previous": (),
                }
            ),
            assignments=tuple(stay),
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A problem and assignments that stay as they are; a change makes another part."""

    problem: Problem
    assignments: tuple[Assignment, ...]

    def with_talent(self, talent: ProblemTalent) -> "Part":
        """The talent with new properties, or a new talent."""
        others = [t for t in self.problem.talents if t.talent_id != talent.talent_id]
        return Part(
            self.problem.model_copy(update={"talents": (*others, talent)}), self.assignments
        )

    def with_line(self, line: Line) -> "Part":
        """The line with new properties."""
        lines = tuple(line if ln.line_id == line.line_id else ln for ln in self.problem.lines)
        return Part(self.problem.model_copy(update={"lines": lines}), self.assignments)

    def with_nature(self, form: Form, nature: Nature) -> "Part":
        """The nature of work allowed for an employment form."""
        natures = self.problem.natures
        wider = natures | {form: (*natures.get(form, ()), nature)} if form in natures else natures
        return Part(self.problem.model_copy(update={"natures": wider}), self.assignments)

    def without_bars(self, line_id: LineId, talent_id: TalentId) -> "Part":
        """The pair offered again."""
        pair = line_id, talent_id
        bars = tuple(b for b in self.problem.bars if (b.line_id, b.talent_id) != pair)
        return Part(self.problem.model_copy(update={"bars": bars}), self.assignments)

    def with_assignment(self, assignment: Assignment) -> "Part":
        """Somebody at work on another line."""
        return Part(self.problem, (*self.assignments, assignment))


def served(part: Part, line_id: LineId, hands: Sequence[TalentId]) -> tuple[Assignment, ...] | None:
    """All assignments once these talents serve the whole line; None where they cannot."""
    roster = Roster(part.problem, part.assignments)
    offer = insertion(roster, line_id, hands)
    if offer is None:
        return None
    roster.take(offer)
    if any(roster.left[offer.line]):
        return None
    made = roster.assignments()
    plan = Plan.model_construct(
        pool_id=part.problem.pool_id,
        version=part.problem.version,
        months=part.problem.months,
        status=Status.FEASIBLE,
        method="proof",
        assignments=made,
        terms=roster.terms,
        score=roster.score,
    )
    return None if faults(part.problem, plan) else made
