"""A good plan with its problem; a bad one beside the good one that it differs from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from matcher.plan import Plan
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from tests.matcher.some_problems import plan_of


@dataclass(frozen=True, slots=True)
class Good:
    """A plan without faults."""

    problem: Problem
    plan: Plan

    @property
    def free(self) -> list[Assignment]:
        """The assignments that are not pinned."""
        pinned = {pin.pair for pin in self.problem.pins}
        return [a for a in self.plan.assignments if a.pair not in pinned]

    def line(self, a: Assignment) -> Line:
        return next(line for line in self.problem.lines if line.line_id == a.line_id)

    def talent(self, a: Assignment) -> ProblemTalent:
        return next(t for t in self.problem.talents if t.talent_id == a.talent_id)

    def of_talent(self, a: Assignment, month: str) -> list[Assignment]:
        """What the same talent does in a month."""
        mine = [other for other in self.plan.assignments if other.talent_id == a.talent_id]
        return [other for other in mine if other.hours.get(month)]  # type: ignore[call-overload]

    def with_assignments(self, made: Iterable[Assignment]) -> "Good":
        """Other assignments; the claims are honest again."""
        return Good(self.problem, plan_of(self.problem, tuple(made)))

    def replaced(self, old: Assignment, *new: Assignment) -> "Good":
        """One assignment gone, others in its place."""
        kept = [a for a in self.plan.assignments if a.pair != old.pair]
        return self.with_assignments([*kept, *new])

    def with_problem(self, **change: Any) -> "Good":
        """The same assignments for another problem, validated; honest claims."""
        changed = Problem.model_validate(dict(self.problem) | change)
        return Good(changed, plan_of(changed, self.plan.assignments))

    def with_line(self, line: Line, **change: Any) -> "Good":
        changed = Line.model_validate(dict(line) | change)
        lines = [changed if x.line_id == line.line_id else x for x in self.problem.lines]
        return self.with_problem(lines=tuple(lines))

    def with_talent(self, talent: ProblemTalent, **change: Any) -> "Good":
        changed = ProblemTalent.model_validate(dict(talent) | change)
        everybody = [
            changed if t.talent_id == talent.talent_id else t for t in self.problem.talents
        ]
        return self.with_problem(talents=tuple(everybody))


@dataclass(frozen=True, slots=True)
class Bad:
    """A spoiled plan, the good plan it comes from, and a part of the sentence it must get."""

    problem: Problem
    plan: Plan
    says: str
    control: Good


#: None where the good plan has nothing to spoil in this way.
Spoil = Callable[[Good, Random], Bad | None]


def bad(spoiled: Good, says: str, control: Good) -> Bad:
    """What has become of a good plan."""
    return Bad(spoiled.problem, spoiled.plan, says, control)
