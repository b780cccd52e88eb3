"""The months that a draft shows: as typed, and every month that hours are asked in."""

from contextlib import suppress

from models.drafts import TypedRequest
from models.months import Month, between, plus, year_end
from models.unfit import Unfit
from wording.typed.months import month

#: Months that a demand line may hold.
MOST = 36


def with_months(content: TypedRequest, present: Month) -> TypedRequest:
    """With the months to the end of the fiscal year, and half a year at least, if none are said."""
    first = plus(present, 1)
    last = max(year_end(first), plus(first, 5))
    said = {"first": content.first or first, "last": content.last or last}
    return content.model_copy(update=said)


def months_of(content: TypedRequest) -> tuple[Month, ...]:
    """In order. What is no month, or too long, shows what has hours alone."""
    asked = {Month(m) for line in content.lines for m, typed in line.hours.items() if typed}
    with suppress(Unfit):
        asked |= set(months_between(content.first, content.last))
    return tuple(sorted(asked))


def months_between(first: str, last: str) -> tuple[Month, ...]:
    """Raises Unfit where one is no month, or they are in the wrong order or too far apart."""
    begins, ends = month(first), month(last)
    if ends < begins:
        raise Unfit("draft_months_turned")
    if ends > plus(begins, MOST - 1):
        raise Unfit("draft_months_many", most=MOST)
    return tuple(between(begins, ends))
