"""What makes a change real, as JSON: one object a step, in order; hours as decimals."""

import re
from dataclasses import fields
from typing import Any

from application.views.steps import Step
from models.hours import hours_number

#: Quarters by month.
_HOURS = frozenset({"hours", "more_hours"})


def step_document(step: Step) -> dict[str, Any]:
    """Its kind (`change_request`) and its fields."""
    found: dict[str, Any] = {"step": _kind(step)}
    for each in fields(step):
        value = getattr(step, each.name)
        if each.name in _HOURS:
            found[each.name] = {month: hours_number(amount) for month, amount in value.items()}
        elif hasattr(value, "items"):
            found[each.name] = {
                name: list(one) if isinstance(one, tuple) else one for name, one in value.items()
            }
        else:
            found[each.name] = value
    return found


def _kind(step: Step) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(step).__name__).lower()
