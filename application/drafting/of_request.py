"""A request that exists, as it would have been typed."""

from collections.abc import Mapping

from application.drafting.months import with_months
from models.drafts import TypedLine, TypedRequest
from models.entities import DemandLine, Request
from models.hours import decimal
from models.months import Month, plus
from producers.ports import Places


def typed_of(request: Request, places: Places, present: Month) -> TypedRequest:
    """All its fields as text; the months from the present one to the last that is asked."""
    asked = sorted(m for line in request.lines for m, hours in line.hours.items() if hours)
    content = TypedRequest(
        title=request.title,
        theme=request.theme,
        nature=request.nature,
        urgency=str(request.urgency),
        municipalities="、".join(places.name(code) for code in request.municipalities),
        pm_in_place=request.pm_in_place,
        owner=request.owner,
        operator=request.operator,
        vendors="、".join(request.vendors),
        first=min(asked[0], plus(present, 1)),
        last=max(asked[-1], plus(present, 1)),
        lines=tuple(_line(line, line.hours) for line in request.lines),
    )
    return with_months(content, present)


def copy_of(request: Request, places: Places, present: Month) -> TypedRequest:
    """As a new request: a first month that has begun becomes the next one, the rest follows it."""
    first = min(m for line in request.lines for m, hours in line.hours.items() if hours)
    moved = max(0, _number(plus(present, 1)) - _number(first))
    lines = tuple(
        line.model_copy(
            update={"hours": {plus(m, moved): h for m, h in line.hours.items()}, "line": at}
        )
        for at, line in enumerate(request.lines, 1)
    )
    return typed_of(request.model_copy(update={"lines": lines}), places, present).model_copy(
        update={"first": plus(first, moved)}
    )


def _line(line: DemandLine, hours: Mapping[Month, int]) -> TypedLine:
    return TypedLine(
        number=line.line,
        role=line.role,
        skills="、".join(f"{name}:{level}" for name, level in line.skills.items()),
        people=str(line.people),
        minimum_percent=str(line.minimum_percent),
        on_site_percent=str(line.on_site_percent),
        exclusive=line.exclusive,
        hours={month: decimal(hours[month]) for month in sorted(hours) if hours[month]},
    )


def _number(month: Month) -> int:
    return int(month[:4]) * 12 + int(month[5:])
