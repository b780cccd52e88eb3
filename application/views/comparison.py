"""Scenarios beside the plan as a table: each number, its difference, and which is best."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from application.queries.whatif import Compared
from matcher.planning.changes import Kind
from matcher.whatif.compare import Outcome

Shows = Literal["hours", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number; its difference from the plan as it is, where the two compare."""

    value: int | None
    difference: int | None = None
    best: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One thing that is compared; `code` names it."""

    code: str
    shows: Shows
    live: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An assignment that would not be what it is."""

    kind: Kind
    line_id: str
    talent_id: str | None
    before_id: str | None
    hours: int
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StillUnmet:
    """A line that lacks hours."""

    line_id: str
    hours: int
    before: int  #: that it lacks as it is now


def comparison_rows(compared: Compared) -> tuple[ComparedRow, ...]:
    """The table, row by row."""
    live, outcomes = compared.found.live, compared.found.outcomes

    def row(
        code: str,
        of: Callable[[Outcome], int | None],
        shows: Shows = "number",
        better: Callable[[Sequence[int]], int] | None = None,
        own: bool = True,
    ) -> ComparedRow:
        values = [of(each) for each in outcomes]
        now = of(live) if own else None
        known = [value for value in (now, *values) if value is not None]
        best = better(known) if better and known and len(set(known)) > 1 else None
        cells = tuple(
            Cell(
                value=value,
                difference=value - now if value is not None and now is not None else None,
                best=best is not None and value == best,
            )
            for value in values
        )
        return ComparedRow(code=code, shows=shows, live=Cell(value=now), cells=cells)

    return (
        row("served", lambda o: o.measures.served, "hours", max),
        row("unmet", lambda o: o.measures.asked - o.measures.served, "hours", min),
        row("asked", lambda o: o.measures.asked, "hours"),
        row("municipalities", lambda o: o.measures.municipalities, "number", max),
        row("in_tier", lambda o: o.measures.in_tier, "number", max),
        row("unmet_lines", lambda o: o.measures.unmet_lines, "number", min),
        row("moved", lambda o: len(o.moved.changes), own=False),
        row("added", lambda o: o.added, "hours", own=False),
        row("score", lambda o: o.plan.score if o.same_weights else None, "number", max),
    )


def moved(outcome: Outcome, most: int) -> tuple[Moved, ...]:
    """What would move, at most so many."""
    return tuple(
        Moved(
            kind=each.kind,
            line_id=each.line_id,
            talent_id=each.talent_id,
            before_id=each.before_id,
            hours=sum(each.hours.values()),
            before=sum(each.before.values()),
        )
        for each in outcome.moved.changes[:most]
    )


def still_unmet(live: Outcome, outcome: Outcome, most: int) -> tuple[StillUnmet, ...]:
    """Lines that would lack another number of hours than now."""
    now = {each.line_id: each.hours for each in live.plan.unmet}
    then = {each.line_id: each.hours for each in outcome.plan.unmet}
    lines = sorted(line for line in now.keys() | then.keys() if now.get(line) != then.get(line))
    return tuple(
        StillUnmet(line_id=line, hours=then.get(line, 0), before=now.get(line, 0))
        for line in lines[:most]
    )
