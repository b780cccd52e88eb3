"""More hours than a month has are refused wherever they are stated, in words and in hours."""

from models.entities import Request, Talent
from models.errors import Mistake
from models.hour_limits import Beyond, newly_beyond
from models.phrase import Phrase


def check_hours(stated: Request | Talent, known: Request | Talent | None) -> None:
    """Raise Mistake where hours are stated that no month has; what stood before is not judged."""
    if over := newly_beyond(stated, known):
        raise Mistake("several", each=tuple(_said(stated, each) for each in over))


def _said(entity: Request | Talent, each: Beyond) -> Phrase:
    if isinstance(entity, Request):
        where = Phrase.of("hours_of_line", request_id=entity.request_id, line=each.line)
    elif each.field == "overhead":
        where = Phrase.of("overhead_of_talent", talent_id=entity.talent_id)
    else:
        where = Phrase.of("hours_of_talent", talent_id=entity.talent_id)
    if each.month is None:
        return Phrase.of("hours_above_limit", where=where, amount=each.amount, limit=each.limit)
    return Phrase.of(
        "hours_of_month_above_limit",
        where=where,
        month=each.month,
        amount=each.amount,
        limit=each.limit,
    )
