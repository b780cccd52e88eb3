"""Proration of the running month: hours of people and lines, cut to its working days left."""

from collections import Counter
from collections.abc import Iterator

from matcher.eligibility.eligibility import free
from matcher.problem import Line, Problem, ProblemTalent, Workdays


def cut(problem: Problem, days: Workdays | None) -> Problem:
    """The problem with the first month cut to the working days that are left of it.

    What is pinned stays whole: it was agreed for the month. Of the hours that are free beside it,
    and of those a line asks for beyond it, the share of the days left counts, in whole quarters.
    A line whose pins reach its share of the days left asks for no more: who agrees to all that was
    planned leaves nothing unmet. A line that asks for nothing else then leaves the problem.
    """
    if days is None:
        return problem
    used, taken = _pinned(problem)
    lines = tuple(_lines(problem, days, taken))
    left = {line.line_id for line in lines}
    return Problem(
        **{name: getattr(problem, name) for name in Problem.model_fields}
        | {
            "workdays": days,
            "talents": tuple(
                _talent(talent, problem, days, used[talent.talent_id]) for talent in problem.talents
            ),
            "lines": lines,
        }
        | {
            name: tuple(each for each in getattr(problem, name) if each.line_id in left)
            for name in ("pairs", "bars", "pins", "previous")
        }
    )


def _pinned(problem: Problem) -> tuple[Counter[str], Counter[str]]:
    """Quarters of the first month in pins: of each talent, with the way, and of each line."""
    first = problem.months[0]
    way = {(pair.line_id, pair.talent_id): pair.overhead.get(first, 0) for pair in problem.pairs}
    used: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for pin in problem.pins:
        if hours := pin.hours.get(first, 0):
            used[pin.talent_id] += hours + way.get(pin.pair, 0)
            taken[pin.line_id] += hours
    return used, taken


def _lines(problem: Problem, days: Workdays, taken: Counter[str]) -> Iterator[Line]:
    first = problem.months[0]
    for line in problem.lines:
        asked, kept = line.hours.get(first, 0), taken[line.line_id]
        more = days.share(max(0, asked - kept)) if kept < days.share(asked) else 0
        now = kept + more
        hours = {month: amount for month, amount in line.hours.items() if month != first}
        if now:
            hours = {first: now} | hours
        if hours:
            yield line if now == asked else line.model_copy(update={"hours": hours})


def _talent(talent: ProblemTalent, problem: Problem, days: Workdays, used: int) -> ProblemTalent:
    first = problem.months[0]
    spare = max(0, free(talent, first) - used)
    lost = spare - days.share(spare)
    if not lost:
        return talent
    capacity = talent.capacity | {first: talent.capacity[first] - lost}
    return talent.model_copy(update={"capacity": capacity})
