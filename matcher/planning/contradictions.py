"""Contradictions: facts that speak against an agreed match, published, never settled for people.

The plan keeps such a match (it is pinned); a coordinator sees it and decides.
"""

from collections.abc import Sequence

from matcher.eligibility.conditions import PAIR_CONDITIONS, ROLE
from matcher.eligibility.eligibility import Eligibility, is_trained
from matcher.problem import Assignment, Problem
from models.entities import Role

#: Conditions that a later fact can take away: each of a pair, so that a new one is among them.
#: Hours, contract and role are another matter: without them an agreement no longer fits and is
#: asked again.
TAKEN_AWAY = {c.name for c in PAIR_CONDITIONS if c is not ROLE} | {"training", "declined"}


class Contradictions:
    """The facts of one problem beside what a plan of it keeps."""

    def __init__(self, problem: Problem, made: Sequence[Assignment]) -> None:
        self._eligibility = Eligibility(problem)
        self._problem = problem
        self._lines = {line.line_id: line for line in problem.lines}
        self._talents = {talent.talent_id: talent for talent in problem.talents}
        self._led = {
            self._lines[each.line_id].request_id
            for each in made
            if self._lines[each.line_id].role is Role.PM
        }

    def of(self, pin: Assignment) -> tuple[str, ...]:
        """Codes of what speaks against it, in the order in which conditions are told."""
        line, talent = self._lines[pin.line_id], self._talents[pin.talent_id]
        found = [c for c in self._eligibility.losses(line, talent) if c in TAKEN_AWAY]
        untrained = [m for m in pin.hours if not is_trained(self._problem, talent, m)]
        if untrained and "training" not in found:
            found.append("training")
        if line.role is Role.ENGINEER and line.needs_pm and line.request_id not in self._led:
            found.append("no_pm")
        return tuple(found)
