"""What may happen to one line of a pool: each change makes another problem."""

from collections.abc import Callable

from matcher.problem import Bar, Line, Problem
from models.ids import RequestId, line_id
from models.months import Month

#: Quarters in a request are written in steps of two hours.
_STEP = 8

#: A problem and one of its lines -> the problem after the change, and the line it is about.
Change = Callable[[Problem, Line], tuple[Problem, str]]


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


def _declined(problem: Problem, line: Line) -> tuple[Problem, str]:
    """Whoever served the line does not; of an empty line, nothing changes."""
    gone = [p for p in problem.previous if p.line_id == line.line_id][:1]
    bars = tuple(Bar(line_id=p.line_id, talent_id=p.talent_id) for p in gone)
    previous = tuple(p for p in problem.previous if p not in gone)
    update = {"bars": (*problem.bars, *bars), "previous": previous}
    return problem.model_copy(update=update), line.line_id


def _hours(problem: Problem, line: Line) -> tuple[Problem, str]:
    """The hours of whoever serves the line are halved, or doubled where nobody does."""
    serving = [p.talent_id for p in problem.previous if p.line_id == line.line_id]
    able = [t.talent_id for t in problem.talents if line.role in t.roles]
    pinned = {pin.talent_id for pin in problem.pins}
    some = [t for t in (*serving, *able) if t not in pinned]
    if not some:
        return problem, line.line_id

    def changed(hours: int) -> int:
        return hours // 2 if serving else hours * 2

    talents = tuple(
        t.model_copy(update={"capacity": {m: changed(h) for m, h in t.capacity.items()}})
        if t.talent_id == some[0]
        else t
        for t in problem.talents
    )
    return problem.model_copy(update={"talents": talents}), line.line_id


CHANGES: tuple[tuple[str, Change], ...] = (
    ("more hours", _more),
    ("fewer hours", _less),
    ("posted", _posted),
    ("withdrawn", _withdrawn),
    ("declined", _declined),
    ("capacity", _hours),
)


def _with(problem: Problem, line: Line, hours: dict[Month, int]) -> tuple[Problem, str]:
    changed = line.model_copy(update={"hours": hours})
    lines = tuple(changed if one is line else one for one in problem.lines)
    return problem.model_copy(update={"lines": lines}), line.line_id
