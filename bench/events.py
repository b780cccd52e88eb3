"""Something changes in a solved pool: how long until the plan follows, and who else is moved."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.changes import CHANGES
from bench.outcome import Outcome
from bench.record import checked
from matcher.plan import Plan
from matcher.problem import Assignment, Previous, Problem
from matcher.repair.keep_valid import keep_valid
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.related_lines import MOST_LINES, related_lines
from matcher.repair.repair_plan import repair_plan
from matcher.repair.restricted_problem import RestrictedProblem, part, part_around
from matcher.repair.touched import Touched
from matcher.roster.roster import Roster
from matcher.solving.solve import Effort, solve
from models.frozen import Frozen
from models.months import Month

#: The long look goes at so many times the lines, and only at one change in so many.
_WIDER, _SELDOM = 5, 10

Hours = dict[str, dict[str, dict[Month, int]]]


class Reaction(Frozen):
    """A way to follow a change: seconds, points by the checker, and other lines it touched."""

    seconds: float
    score: int | None
    moved: int  #: other lines that got other people
    shifted: int  #: other lines that only got other hours
    trouble: str = ""


class Event(Frozen):
    """One change and both reactions to it."""

    kind: str
    line_id: str
    inserted: Reaction
    repaired: Reaction
    kept: int | None = None  #: points of what was left of the last plan
    reference: int | None = None  #: points of a long look at what lies around, on some changes


def solved(problem: Problem, seconds: float, seed: int) -> tuple[Problem, Plan]:
    """The problem after everybody has seen its plan, and the plan."""
    plan = solve(problem, Effort(seconds=seconds, seed=seed))
    pinned = {pin.pair for pin in problem.pins}
    seen = tuple(
        Previous(line_id=a.line_id, talent_id=a.talent_id, hours=a.hours, seen=True)
        for a in plan.assignments
        if a.pair not in pinned
    )
    return problem.model_copy(update={"previous": seen}), plan


def events(
    problem: Problem,
    plan: Sequence[Assignment],
    *,
    changes: int,
    repair: float,
    seed: int,
    reference: float = 0.0,
) -> Iterator[Event]:
    """Each change starts from the same plan.

    `repair` is the seconds for what lies around it; `reference` those of the long look, on every
    tenth change.
    """
    random = Random(seed)
    pinned = {pin.line_id for pin in problem.pins}
    free = [line for line in problem.lines if line.line_id not in pinned]
    solve(problem, Effort(seconds=0.2, seed=seed), plan)  # loads what is loaded once
    for at in range(changes):
        line, (kind, change) = random.choice(free), CHANGES[at % len(CHANGES)]
        after, touched = change(problem, line)
        long = reference if at % _SELDOM == 0 else 0.0
        yield _Case(problem, after, tuple(plan), touched, seed).event(kind, repair, long)


@dataclass(frozen=True, slots=True)
class _Case:
    """One change."""

    before: Problem
    after: Problem
    plan: tuple[Assignment, ...]
    touched: str
    seed: int

    def event(self, kind: str, repair: float, reference: float) -> Event:
        """What becomes of it."""
        began = time.perf_counter()
        followed = repair_plan(ProblemDiff(self.before, self.after), self.plan, self._start())
        took = time.perf_counter() - began
        if followed is None:
            raise RuntimeError(f"{kind}: the insertion was not valid")
        plan, what = followed.plan, followed.touched
        inserted = self._reaction(took, plan.assignments)
        began = time.perf_counter()
        near = part_around(self.after, plan, what)
        made = self._solved(near, repair)
        took = time.perf_counter() - began
        repaired = self._reaction(took, made)
        return Event(
            kind=kind,
            line_id=self.touched,
            inserted=inserted,
            repaired=repaired,
            kept=self._kept(what),
            reference=self._reference(plan, what, reference) if reference else None,
        )

    def _start(self) -> tuple[Assignment, ...]:
        return (*self.after.pins, *self.after.previous)

    def _kept(self, what: Touched) -> int:
        roster = Roster(self.after)
        keep_valid(roster, self._start(), what.spares)
        return roster.score

    def _solved(self, near: RestrictedProblem, seconds: float) -> tuple[Assignment, ...]:
        effort = Effort(seconds=seconds, seed=self.seed)
        return near.put_back(solve(near.problem, effort, near.start).assignments)

    def _reference(self, plan: Plan, what: Touched, seconds: float) -> int | None:
        roster = Roster(self.after, plan.assignments)
        wide = part(roster, related_lines(roster, what, _WIDER * MOST_LINES))
        return self._reaction(0.0, self._solved(wide, seconds)).score

    def _reaction(self, seconds: float, made: Sequence[Assignment]) -> Reaction:
        score, trouble = checked(self.after, Outcome(assignments=tuple(made)))
        before, after = _by_line(self.plan), _by_line(made)
        others = (before.keys() | after.keys()) - {self.touched}
        changed = [one for one in others if before.get(one) != after.get(one)]
        moved = sum(before.get(one, {}).keys() != after.get(one, {}).keys() for one in changed)
        return Reaction(
            seconds=seconds, score=score, moved=moved, shifted=len(changed) - moved, trouble=trouble
        )


def _by_line(made: Sequence[Assignment]) -> Hours:
    found: Hours = {}
    for a in made:
        found.setdefault(a.line_id, {})[a.talent_id] = {**a.hours}
    return found
