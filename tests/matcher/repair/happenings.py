"""What may happen to a planned pool: each makes another problem of it."""

from collections.abc import Callable
from random import Random
from typing import Any

from matcher.problem import Assignment, Bar, Line, Previous, Problem
from matcher.roster.greedy import greedy
from models.ids import LineId, RequestId, TalentId
from tests.matcher.pools import pool


def planned(seed: int, **size: int) -> tuple[Problem, tuple[Assignment, ...]]:
    """A pool whose plan everybody has seen."""
    problem = pool(seed, **size)
    plan = greedy(problem)
    seen = tuple(
        Previous(line_id=a.line_id, talent_id=a.talent_id, hours=a.hours, seen=True) for a in plan
    )
    return problem.model_copy(update={"previous": seen}), plan


def posted(problem: Problem, random: Random) -> Problem:
    like = random.choice(problem.lines)
    new = like.model_copy(
        update={"request_id": RequestId("R-new"), "line_id": LineId("R-new/1"), "needs_pm": False}
    )
    return problem.model_copy(update={"lines": (*problem.lines, new)})


def withdrawn(problem: Problem, random: Random) -> Problem:
    gone = random.choice([line.request_id for line in problem.lines])
    return _only(problem, lines=[line for line in problem.lines if line.request_id != gone])


def amended(problem: Problem, random: Random) -> Problem:
    line = random.choice(problem.lines)
    times = random.choice((50, 150))
    hours = {month: max(4, amount * times // 100) for month, amount in line.hours.items()}
    return _with_line(problem, line.model_copy(update={"hours": hours}))


def declined(problem: Problem, random: Random) -> Problem:
    said = random.choice(problem.previous)
    bar = Bar(line_id=said.line_id, talent_id=said.talent_id)
    rest = tuple(p for p in problem.previous if p is not said)
    return problem.model_copy(update={"bars": (*problem.bars, bar), "previous": rest})


def agreed(problem: Problem, random: Random) -> Problem:
    said = random.choice(problem.previous)
    pin = Assignment(line_id=said.line_id, talent_id=said.talent_id, hours=said.hours)
    rest = tuple(p for p in problem.previous if p is not said)
    return problem.model_copy(update={"pins": (*problem.pins, pin), "previous": rest})


def with_other_hours(problem: Problem, random: Random) -> Problem:
    at, times = random.randrange(len(problem.talents)), random.choice((0, 50, 200))
    talent = problem.talents[at]
    hours = {month: amount * times // 100 for month, amount in talent.capacity.items()}
    changed = talent.model_copy(update={"capacity": hours})
    return problem.model_copy(
        update={"talents": (*problem.talents[:at], changed, *problem.talents[at + 1 :])}
    )


def joined(problem: Problem, random: Random) -> Problem:
    new = random.choice(problem.talents).model_copy(update={"talent_id": TalentId("T-new")})
    return problem.model_copy(update={"talents": (*problem.talents, new)})


def left(problem: Problem, random: Random) -> Problem:
    gone = random.choice(problem.talents)
    return _only(problem, talents=[talent for talent in problem.talents if talent is not gone])


HAPPENINGS: tuple[Callable[[Problem, Random], Problem], ...] = (
    posted, withdrawn, amended, declined, agreed, with_other_hours, joined, left,
)  # fmt: skip


def _with_line(problem: Problem, line: Line) -> Problem:
    lines = tuple(line if one.line_id == line.line_id else one for one in problem.lines)
    return problem.model_copy(update={"lines": lines})


def _only(problem: Problem, lines: Any = None, talents: Any = None) -> Problem:
    lines = problem.lines if lines is None else lines
    talents = problem.talents if talents is None else talents
    line_ids, talent_ids = {x.line_id for x in lines}, {x.talent_id for x in talents}
    update = {
        name: tuple(
            p for p in getattr(problem, name) if p.line_id in line_ids and p.talent_id in talent_ids
        )
        for name in ("pairs", "bars", "pins", "previous")
    }
    return problem.model_copy(update={"lines": tuple(lines), "talents": tuple(talents)} | update)
