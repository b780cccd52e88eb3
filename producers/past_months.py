"""Months that are over: what stands for them may stay or go, but nothing is added to them."""

from collections.abc import Iterator, Mapping

from models.entities import Request, Talent
from models.errors import Mistake
from models.months import Month
from models.phrase import Phrase


def check_past_months(
    stated: Request | Talent, known: Request | Talent | None, present: Month
) -> None:
    """Raise Mistake where more hours are stated in a month before `present` than are known.

    Nobody can be planned into such a month: the hours would be left out in silence.
    """
    before = dict(_hours(known)) if known else {}
    over: dict[str, list[Month]] = {}
    for (part, month), amount in _hours(stated):
        if month < present and amount > before.get((part, month), 0):
            over.setdefault(part, []).append(month)
    if over:
        raise Mistake("several", each=tuple(_said(stated, *each, present) for each in over.items()))


def _hours(entity: Request | Talent) -> Iterator[tuple[tuple[str, Month], int]]:
    parts: Mapping[str, Mapping[Month, int]]
    if isinstance(entity, Request):
        parts = {str(line.line): line.hours for line in entity.lines}
    else:
        parts = {"": entity.capacity}
    for part, hours in parts.items():
        for month, amount in sorted(hours.items()):
            yield (part, month), amount


def _said(stated: Request | Talent, part: str, over: list[Month], present: Month) -> Phrase:
    if isinstance(stated, Request):
        where = Phrase.of("hours_of_line", request_id=stated.request_id, line=int(part))
    else:
        where = Phrase.of("worktime_of_talent", talent_id=stated.talent_id)
    if len(over) <= 2:
        return Phrase.of("months_are_over", where=where, months=tuple(over), present=present)
    return Phrase.of("span_is_over", where=where, first=over[0], last=over[-1], present=present)
