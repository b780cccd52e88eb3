"""What moved between two plans, and because of what, in English."""

from collections.abc import Iterable, Sequence

from matcher.planning.changes import Changes, Kind
from models.plan_triggers import PlanNews, Trigger
from wording.explain.en.triggers import triggers

_NAMES = {Kind.NEW: "new", Kind.GONE: "gone", Kind.MOVED: "moved", Kind.HOURS: "other hours"}


def summary(found: Changes, because: Iterable[Trigger] = ()) -> str:
    """`3 of 120 assignments changed (2 moved, 1 with other hours), because …`"""
    causes = triggers(because)
    if not found.changes:
        after = f", though {'; '.join(causes)}" if causes else ""
        return f"None of {found.total:,} assignments changed{after}."
    parts = ", ".join(f"{count} {_NAMES[kind]}" for kind, count in found.counts)
    return f"{_changed(len(found.changes), found.total)} ({parts}){_why(causes)}."


def news(said: PlanNews) -> str:
    """The same of news alone, where the single changes are told beside it."""
    return f"{_changed(said.changed, said.total)}{_why(triggers(said.triggers))}."


def _changed(changed: int, total: int) -> str:
    return f"{changed:,} of {total:,} assignments changed"


def _why(causes: Sequence[str]) -> str:
    return f", because {'; '.join(causes)}" if causes else ""
