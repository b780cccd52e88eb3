"""How many hours a month has: nobody has more to give, no line asks more of twenty people.

Judged wherever hours are stated. What was stated before is read as it stands, and planned as far as
a month goes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from models.entities import Request, Talent
from models.hours import MOST_ASKED, MOST_IN_A_MONTH
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """Hours that no month has."""

    field: str  #: hours, capacity or overhead
    amount: int  #: quarters
    limit: int  #: quarters
    month: Month | None = None
    line: int | None = None


def beyond(entity: Request | Talent) -> tuple[Beyond, ...]:
    """Everything of an entity that is more than a month has; of a line, for twenty people."""
    return tuple(_of_request(entity) if isinstance(entity, Request) else _of_talent(entity))


def newly_beyond(stated: Request | Talent, known: Request | Talent | None) -> tuple[Beyond, ...]:
    """The same, without what stood there before: an old slip does not stop another change."""
    before = set(beyond(known)) if known is not None else set()
    return tuple(each for each in beyond(stated) if each not in before)


def _of_request(request: Request) -> Iterator[Beyond]:
    for line in request.lines:
        for month, amount in line.hours.items():
            if amount > MOST_ASKED:
                yield Beyond(
                    field="hours", amount=amount, limit=MOST_ASKED, month=month, line=line.line
                )


def _of_talent(talent: Talent) -> Iterator[Beyond]:
    for month, amount in talent.capacity.items():
        if amount > MOST_IN_A_MONTH:
            yield Beyond(field="capacity", amount=amount, limit=MOST_IN_A_MONTH, month=month)
    if talent.overhead > MOST_IN_A_MONTH:
        yield Beyond(field="overhead", amount=talent.overhead, limit=MOST_IN_A_MONTH)
