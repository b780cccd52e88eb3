"""More hours than a month has are refused wherever they are stated, in words and in hours."""

from models.entities import Request, Talent
from models.errors import Mistake
from models.hour_limits import Beyond, newly_beyond
from models.hours import hours_number
from wording.months import label


def look_at_hours(stated: Request | Talent, known: Request | Talent | None) -> None:
    """Raise Mistake where hours are stated that no month has; what stood before is not judged."""
    if over := newly_beyond(stated, known):
        raise Mistake("\n  ".join(_said(stated, each) for each in over))


def _said(entity: Request | Talent, each: Beyond) -> str:
    if isinstance(entity, Request):
        ja = f"支援要請 {entity.request_id} の要請枠{each.line}"
        en = f"{entity.request_id}/{each.line}"
    else:
        ja, en = f"人材 {entity.talent_id}", f"{entity.talent_id}"
        if each.field == "overhead":
            ja, en = f"{ja} の固定の時間", f"{en}, overhead"
    if each.month:
        ja, en = f"{ja}：{label(each.month)}", f"{en}, {each.month}"
    amount, limit = (f"{hours_number(n):,}" for n in (each.amount, each.limit))
    return (
        f"{ja}の {amount} 時間は1か月の上限 {limit} 時間を超えています。"
        f"{limit} 以下にしてください"
        f" / {en}: {amount} h is more than a month has; at most {limit} h"
    )
