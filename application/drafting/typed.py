"""The fields of a step, as a browser sends them, put into what was typed before."""

import re
from collections.abc import Mapping

from application.drafting.months import months_of
from application.drafting.steps import Step
from models.drafts import TypedLine, TypedRequest
from models.text import storable

Fields = Mapping[str, str]

_TEXTS = {
    Step.PROBLEM: ("title", "theme", "nature", "urgency", "municipalities"),
    Step.LINES: (),
    Step.HOURS: ("first", "last"),
    Step.TEAM: ("owner", "operator", "vendors", "note"),
    Step.CHECK: (),
}
_OF_LINE = ("role", "skills", "people", "minimum_percent", "on_site_percent")
_NUMBERED = re.compile(r"^(?:role|skills|people)-([1-9][0-9]{0,2})$")


def with_typed(content: TypedRequest, step: Step, fields: Fields) -> TypedRequest:
    """What the step's form says; a field that it lacks stays as it was."""
    update: dict[str, object] = {
        name: storable(fields[name]) for name in _TEXTS[step] if name in fields
    }
    if step is Step.LINES:
        update["pm_in_place"] = "pm_in_place" in fields
        update["lines"] = _lines(content, fields)
    if step is Step.HOURS:
        update["lines"] = tuple(_with_hours(line, content, fields) for line in content.lines)
    return content.model_copy(update=update)


def _lines(content: TypedRequest, fields: Fields) -> tuple[TypedLine, ...]:
    """The lines of the form, with the hours that those of their numbers have."""
    known = {line.number: line for line in content.lines}
    sent = {int(found[1]) for name in fields if (found := _NUMBERED.match(name))}
    return tuple(
        _line(known.get(number) or TypedLine(number=number), fields) for number in sorted(sent)
    )


def _line(line: TypedLine, fields: Fields) -> TypedLine:
    said = {
        name: storable(fields[key])
        for name in _OF_LINE
        if (key := f"{name}-{line.number}") in fields
    }
    exclusive = f"exclusive-{line.number}" in fields
    return line.model_copy(update={**said, "exclusive": exclusive})


def _with_hours(line: TypedLine, content: TypedRequest, fields: Fields) -> TypedLine:
    hours = dict(line.hours)
    for month in months_of(content):
        typed = fields.get(f"hours-{line.number}-{month}")
        if typed is not None:
            hours[month] = storable(typed).strip()
    return line.model_copy(update={"hours": {m: h for m, h in sorted(hours.items()) if h}})
