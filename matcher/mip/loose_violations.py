"""Violations in the plan of a loose model: months whose binary variables have to be made strict."""

from collections.abc import Iterator, Sequence

from matcher.eligibility.eligibility import least
from matcher.mip.mip_model import LineMonth
from matcher.problem import Assignment, Problem


def loose_violations(problem: Problem, assignments: Sequence[Assignment]) -> frozenset[LineMonth]:
    """The months to be made strict: less than a block, or among too many municipalities."""
    return frozenset([*_blocks(problem, assignments), *_places(problem, assignments)])


def _blocks(problem: Problem, assignments: Sequence[Assignment]) -> Iterator[LineMonth]:
    lines = {line.line_id: line for line in problem.lines}
    for a in assignments:
        for month, hours in a.hours.items():
            if hours < least(problem, lines[a.line_id], month):
                yield a.line_id, a.talent_id, month


def _places(problem: Problem, assignments: Sequence[Assignment]) -> Iterator[LineMonth]:
    place = {line.line_id: line.municipalities for line in problem.lines}
    for talent in problem.talents:
        mine = [a for a in assignments if a.talent_id == talent.talent_id]
        for month in problem.months:
            here = [a for a in mine if a.hours.get(month)]
            if len({place[a.line_id] for a in here}) > talent.municipalities_at_once:
                for a in here:
                    yield a.line_id, a.talent_id, month
