"""One line of a solved pool changes: how long until the plan follows, and who else is moved."""

import time
from collections.abc import Callable, Iterator, Sequence
from random import Random

from bench.outcome import Outcome
from bench.record import checked
from matcher.greedy import greedy
from matcher.plan import Plan
from matcher.problem import Assignment, Line, Previous, Problem
from matcher.solve import Effort, solve
from models.frozen import Frozen
from models.ids import RequestId, line_id
from models.months import Month

#: Quarters in a request are written in steps of two hours.
_STEP = 8

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
    problem: Problem, plan: Sequence[Assignment], *, changes: int, repair: float, seed: int
) -> Iterator[Event]:
    """Each change starts from the same plan; `repair` is the seconds of a re-solve."""
    random = Random(seed)
    pinned = {pin.line_id for pin in problem.pins}
    free = [line for line in problem.lines if line.line_id not in pinned]
    for at in range(changes):
        line, (kind, change) = random.choice(free), CHANGES[at % len(CHANGES)]
        after, touched = change(problem, line)
        yield Event(
            kind=kind,
            line_id=touched,
            inserted=_timed(after, plan, touched, lambda p: greedy(p, plan)),
            repaired=_timed(
                after,
                plan,
                touched,
                lambda p: solve(p, Effort(seconds=repair, seed=seed), plan).assignments,
            ),
        )


def _more(problem: Problem, line: Line) -> tuple[Problem, str]:
    return _with(problem, line, {m: h + max(_STEP, h // 2) for m, h in line.hours.items()})


def _less(problem: Problem, line: Line) -> tuple[Problem, str]:
    return _with(problem, line, {m: max(_STEP, h // 2) for m, h in line.hours.items()})


def _posted(problem: Problem, line: Line) -> tuple[Problem, str]:
    """A request like that of the line, of one line, whose municipality has a PM of its own."""
    new = line.model_copy(
        update={
            "request_id": RequestId("R-new"),
            "line_id": line_id("R-new", 1),
            "needs_pm": False,
        }
    )
    return problem.model_copy(update={"lines": (*problem.lines, new)}), new.line_id


def _withdrawn(problem: Problem, line: Line) -> tuple[Problem, str]:
    update = {
        name: tuple(one for one in getattr(problem, name) if one.line_id != line.line_id)
        for name in ("lines", "pairs", "bars", "previous")
    }
    return problem.model_copy(update=update), line.line_id


CHANGES: tuple[tuple[str, Callable[[Problem, Line], tuple[Problem, str]]], ...] = (
    ("more hours", _more),
    ("fewer hours", _less),
    ("posted", _posted),
    ("withdrawn", _withdrawn),
)


def _with(problem: Problem, line: Line, hours: dict[Month, int]) -> tuple[Problem, str]:
    changed = line.model_copy(update={"hours": hours})
    lines = tuple(changed if one is line else one for one in problem.lines)
    return problem.model_copy(update={"lines": lines}), line.line_id


def _timed(
    problem: Problem,
    plan: Sequence[Assignment],
    touched: str,
    react: Callable[[Problem], Sequence[Assignment]],
) -> Reaction:
    began = time.perf_counter()
    made = react(problem)
    seconds = time.perf_counter() - began
    score, trouble = checked(problem, Outcome(assignments=tuple(made)))
    before, after = _by_line(plan), _by_line(made)
    others = (before.keys() | after.keys()) - {touched}
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
