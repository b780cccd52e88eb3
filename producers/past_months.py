"""Months that are over: what stands for them may stay or go, but nothing is added to them."""

from collections.abc import Iterator, Mapping

from models.entities import Request, Talent
from models.errors import Mistake
from models.months import Month
from wording.months import label


def look_at_past_months(
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
        raise Mistake("\n  ".join(_said(stated, *each, present) for each in over.items()))


def _hours(entity: Request | Talent) -> Iterator[tuple[tuple[str, Month], int]]:
    parts: Mapping[str, Mapping[Month, int]]
    if isinstance(entity, Request):
        parts = {str(line.line): line.hours for line in entity.lines}
    else:
        parts = {"": entity.capacity}
    for part, hours in parts.items():
        for month, amount in sorted(hours.items()):
            yield (part, month), amount


def _said(stated: Request | Talent, part: str, over: list[Month], present: Month) -> str:
    shown = over if len(over) <= 2 else [over[0], over[-1]]
    months_ja = ("・" if len(over) <= 2 else "〜").join(map(label, shown))
    months_en = (", " if len(over) <= 2 else " to ").join(shown)
    if isinstance(stated, Request):
        where_ja = f"支援要請 {stated.request_id} の要請枠{part}"
        where_en = f"{stated.request_id}/{part}"
    else:
        where_ja = f"人材 {stated.talent_id} の稼働可能時間"
        where_en = f"hours of {stated.talent_id}"
    return (
        f"{where_ja}：{months_ja}はもう終わった月です。{label(present)}からの時間を書いてください"
        f" / {where_en}: {months_en} is over; state hours from {present} on"
    )
