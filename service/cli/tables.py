"""Plans, unmet hours and match events as people read them, on a terminal or in a pipe."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rich.console import Group
from rich.text import Text

from matcher.plan import Plan, Unmet
from models import labels
from models.entities import Request
from models.facts import MatchChanged
from models.labels import Lang
from models.life import Match
from models.months import Month
from producers.ports import Places
from service.cli.grid import line, widths
from service.cli.plan_table import PlanTable, Row, state_label
from service.cli.wording import by_month, municipalities, number, pool_name, span

__all__ = ["match_line", "plan_table", "unmet_table"]


def plan_table(
    plan: Plan,
    requests: Sequence[Request],
    places: Places,
    lang: Lang = "ja",
    *,
    matches: Sequence[Match] = (),
    month: Month | None = None,
) -> PlanTable:
    """Who works for whom and how many hours in which month, with totals and the gap.

    `matches` adds the state of each assignment; `month` shows that month alone.
    """
    known = _by_id(requests)
    states = {(m.line_id, m.talent_id): m for m in matches if m.live}
    months = tuple(m for m in plan.months if month in (None, m))
    rows = []
    for each in sorted(plan.assignments, key=lambda a: (*_order(a.line_id, known), a.talent_id)):
        hours = {m: amount for m, amount in each.hours.items() if m in months}
        if not hours:
            continue
        match = states.get(each.pair)
        state = state_label(
            match.state if match else None, pinned=bool(match and match.fixed_by_hand), lang=lang
        )
        rows.append(
            Row(
                heading=_heading(each.line_id, known, places, lang),
                texts=(_role(each.line_id, known, lang), each.talent_id, state),
                hours=hours,
            )
        )
    title = f"配置計画　{pool_name(plan.pool_id, places)}（第{plan.version}版）"
    if lang == "en":
        title = f"Plan of pool {pool_name(plan.pool_id, places)}, version {plan.version}"
    return PlanTable(title=title, plan=plan, months=months, rows=rows, lang=lang)


def unmet_table(
    plan: Plan, requests: Sequence[Request], places: Places, lang: Lang = "ja"
) -> Group:
    """Hours nobody covers: whose, how many, why, and which change would be enough."""
    if not plan.unmet:
        return Group("未充足はありません。" if lang == "ja" else "Every demand line is covered.")
    known = _by_id(requests)
    ordered = sorted(plan.unmet, key=lambda each: _order(each.line_id, known))
    names = ("未充足の要請枠", "役割", "原因", "時間")
    header = names if lang == "ja" else ("Unmet demand line", "Role", "Cause", "Hours")
    rows = [
        (
            f"△ {each.line_id}",
            labels.role(each.role, lang, short=True),
            labels.cause(each.cause, lang),
            number(each.hours),
        )
        for each in ordered
    ]
    width = widths([header, *rows])
    parts = [Text(line(header, width, right_from=3), style="dim")]
    for each, row in zip(ordered, rows, strict=True):
        parts.append(Text(line(row, width, right_from=3), style="bold"))
        parts.append(Text(f"    {_heading(each.line_id, known, places, lang)}"))
        parts.append(Text(f"    {by_month(each.by_month, lang)}"))
        parts.append(Text(f"    {enough_sentence(each, lang)}"))
    return Group(*parts)


def enough_sentence(unmet: Unmet, lang: Lang = "ja") -> str:
    """The first change that would be enough, or that no single one is."""
    if not unmet.enough:
        return (
            "足りるには：一つの変更では足りません"
            if lang == "ja"
            else "No single change is enough."
        )
    first = unmet.enough[0]
    text = first.text_ja if lang == "ja" else first.text_en
    return f"足りるには：{text or first.kind}" if lang == "ja" else f"Enough: {text or first.kind}"


def match_line(
    fact: MatchChanged,
    places: Places,
    lang: Lang = "ja",
    *,
    at: datetime | None = None,
    request: Request | None = None,
) -> Text:
    """One match event in one line: when, which state, for whom, who, hours, months and why."""
    known = _by_id([request] if request else [])
    reason = labels.reason(fact.reason, lang)
    words = [
        at.astimezone().strftime("%H:%M:%S") if at else "",
        state_label(fact.state, pinned=False, lang=lang),
        fact.line_id,
        municipalities(request, places, lang) if request else "",
        _role(fact.line_id, known, lang),
        f"← {fact.talent_id}",
        number(sum(fact.hours.values())) + ("時間" if lang == "ja" else " h"),
        span(list(fact.hours)),
        f"〔{reason}〕" if lang == "ja" else f"[{reason}]",
    ]
    return Text("  ".join(word for word in words if word))


def _by_id(requests: Sequence[Request]) -> dict[str, Request]:
    return {request.request_id: request for request in requests}


def _order(line_id: str, known: Mapping[str, Request]) -> tuple[str, str, int]:
    """By municipality, request and line; requests nobody knows come last."""
    request_id, _, number_of_line = line_id.rpartition("/")
    request = known.get(request_id)
    return request.municipalities[0] if request else "~", request_id, int(number_of_line)


def _heading(line_id: str, known: Mapping[str, Request], places: Places, lang: Lang) -> str:
    request_id = line_id.rpartition("/")[0]
    request = known.get(request_id)
    if request is None:
        return request_id
    title = labels.titled(request.title, lang, sample=request.sample)
    return f"{municipalities(request, places, lang)}　{title}　{request_id}"


def _role(line_id: str, known: Mapping[str, Request], lang: Lang) -> str:
    request_id, _, number_of_line = line_id.rpartition("/")
    request = known.get(request_id)
    found = [x.role for x in request.lines if str(x.line) == number_of_line] if request else []
    return labels.role(found[0], lang, short=True) if found else ""
