"""What is asked and not planned, as people read it: which requests, how many hours, and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.text import Text

from matcher.figures.outside_horizon import Outside, apart, not_planned, outside
from matcher.plan import Plan
from models.entities import Request
from models.hours import hours_number
from models.ids import PoolId
from models.months import Month, window
from producers.ports import Places
from service.cli.frame.amounts import number, span
from service.cli.show.line_names import called
from wording.months import label
from wording.reader import Lang

#: So many requests are shown; the others are counted.
_SHOWN = 10
#: Months that a pool can be planned ahead at most.
MOST_PLANNED = 24


def outside_lines(
    requests: Sequence[Request], plan: Plan, places: Places, lang: Lang
) -> list[Text]:
    """Requests wholly outside the plan, one a line; nothing where there are none."""
    found = outside(requests, plan)
    apart_from_it = not_planned(found)
    if not apart_from_it:
        return []
    known = called(requests, places, lang)
    months = f"{plan.months[0]}–{plan.months[-1]}"
    lines = [
        Text(
            f"計画の月（{months}）の外にある支援要請　{len(apart_from_it)}件"
            if lang == "ja"
            else f"Requests outside the months planned ({months}): {len(apart_from_it)}",
            style="dim",
        )
    ]
    for group in apart_from_it[:_SHOWN]:
        hours = [each.hours for each in group]
        total = number(sum(sum(some.values()) for some in hours))
        heading = known[group[0].line_id].heading()
        when = span([month for some in hours for month in some])
        lines.append(
            Text(
                f"－ {heading}　{when}　{total}時間　{why(group, lang)}"
                if lang == "ja"
                else f"- {heading}  {when}  {total} h  {why(group, lang)}"
            )
        )
    rest = len(apart_from_it) - _SHOWN
    if rest > 0:
        lines.append(Text(f"  ほか{rest}件" if lang == "ja" else f"  {rest} more"))
    return lines


def why(lines: Iterable[Outside], lang: Lang) -> str:
    """Why hours are not planned: over, too late in the month, too far ahead."""
    kinds = {name for each in lines for name in ("over", "late", "beyond") if getattr(each, name)}
    words = {
        "over": ("月が過ぎている", "their months are over"),
        "late": ("今月の残りの稼働日では計画できない", "too late in the running month"),
        "beyond": ("計画の月より先", "later than the months planned"),
    }
    told = [words[name][lang == "en"] for name in words if name in kinds]
    return ("・" if lang == "ja" else "; ").join(told)


def outside_documents(found: Iterable[Outside]) -> list[dict[str, Any]]:
    """The same for `--json`, line by line, also of lines that are planned in part."""
    return [
        {
            "line_id": each.line_id,
            "request_id": each.request_id,
            "planned": each.planned,
            **{name: _hours(getattr(each, name)) for name in ("over", "late", "beyond")},
        }
        for each in found
    ]


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


def _hours(hours: Mapping[Month, int]) -> dict[str, int | float]:
    return {month: hours_number(amount) for month, amount in hours.items()}
