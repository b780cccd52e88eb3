"""The steps of the form, and which of them a field stands in."""

from enum import StrEnum


class Step(StrEnum):
    """In the order in which the form asks."""

    PROBLEM = "problem"  #: what is wanted, of whom
    LINES = "lines"  #: roles and what each of them needs
    HOURS = "hours"  #: of each line and month
    TEAM = "team"  #: who owns and runs it, who sells it
    CHECK = "check"  #: everything once more


ORDER = tuple(Step)
_OF_FIELD = {
    "title": Step.PROBLEM,
    "theme": Step.PROBLEM,
    "nature": Step.PROBLEM,
    "urgency": Step.PROBLEM,
    "municipalities": Step.PROBLEM,
    "lines": Step.LINES,
    "role": Step.LINES,
    "skills": Step.LINES,
    "people": Step.LINES,
    "minimum_percent": Step.LINES,
    "on_site_percent": Step.LINES,
    "exclusive": Step.LINES,
    "pm_in_place": Step.LINES,
    "first": Step.HOURS,
    "last": Step.HOURS,
    "hours": Step.HOURS,
    "owner": Step.TEAM,
    "operator": Step.TEAM,
    "vendors": Step.TEAM,
    "note": Step.TEAM,
}


def step_of(field: str) -> Step:
    """Where a field of the form stands: `hours-2-2026-07` among the hours."""
    return _OF_FIELD.get(field.partition("-")[0], Step.CHECK)


def before(step: Step) -> Step:
    """The step before; the first has none and is its own."""
    return ORDER[max(0, ORDER.index(step) - 1)]


def after(step: Step) -> Step:
    """The step after; the last is its own."""
    return ORDER[min(len(ORDER) - 1, ORDER.index(step) + 1)]
