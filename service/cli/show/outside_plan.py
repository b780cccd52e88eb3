"""What to say where a request asks for hours beyond the months planned."""

from matcher.figures.outside_horizon import apart
from models.entities import Request
from models.ids import PoolId
from models.months import Month, window
from wording.amounts import amount as number
from wording.amounts import span
from wording.months import label

#: Months that a pool can be planned ahead at most.
MOST_PLANNED = 24


def warning(request: Request, present: Month, horizon: int) -> list[tuple[str, str]]:
    """What to say where hours are asked beyond the months planned, ja and en; else nothing."""
    months = window(present, horizon)
    beyond: dict[Month, int] = {}
    inside = False
    for line in request.lines:
        _, later = apart(line.hours, months)
        beyond.update({month: beyond.get(month, 0) + later[month] for month in later})
        inside |= any(amount for month, amount in line.hours.items() if month in months)
    if not beyond:
        return []
    total = number(sum(beyond.values()))
    first, last = min(beyond), max(beyond)
    when = label(first) if first == last else f"{label(first)}〜{label(last)}"
    all_of_it = "この要請の時間はすべて" if not inside else f"{when}の{total}時間は"
    of_it = "nothing of this" if not inside else f"{total} h in {span([first, last])} do not"
    lies = "lies" if not inside else "lie"
    ja, en = _what_can_be_done(request.pool_id, reached=last in window(present, MOST_PLANNED))
    return [
        (
            f"△ {all_of_it}計画の月（{label(months[0])}〜{label(months[-1])}）より先です。"
            f"その月が近づくと計画されます。{ja}",
            f"△ {of_it} {lies} in the months planned ({months[0]} to {months[-1]}); it is planned "
            f"as they come near. {en}",
        )
    ]


def _what_can_be_done(pool_id: PoolId, *, reached: bool) -> tuple[str, str]:
    """The longest horizon, where it reaches the months that are asked; else to look at them."""
    if not reached:
        return (
            f"計画できるのは{MOST_PLANNED}か月先までです。年月に間違いがないか確かめてください",
            f"At most {MOST_PLANNED} months are planned ahead: see that the months are right",
        )
    command = f"talentpool configure --pool {pool_id} --set horizon={MOST_PLANNED}"
    return (
        "いま計画に入れるには、年月を直すか、計画する月数を増やしてください"
        f"（{MOST_PLANNED}か月まで）: {command}",
        "To plan it now, correct the months or plan further ahead: " + f"{command} (at most)",
    )
