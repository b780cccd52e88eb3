"""Plans, unmet hours and match events as people read them, on a terminal or in a pipe."""

from collections.abc import Sequence
from datetime import datetime

from rich.console import Group
from rich.text import Text

from matcher.figures.outside_horizon import not_planned, outside
from matcher.plan import Plan, Unmet
from matcher.problem import Problem
from models.entities import Request, Talent
from models.facts import MatchChanged
from models.match import Match
from models.months import Month, between
from models.plan_failure import PlanFailure
from producers.ports import Places
from service.cli.field_names import field_label
from service.cli.frame.amounts import by_month, number, pool_name, span
from service.cli.frame.text_columns import line, plain, widths
from service.cli.remedies import Steps, command, no_steps
from service.cli.show import agreement
from service.cli.show.line_names import Source, called, stranger
from service.cli.show.outside_plan import outside_lines
from service.cli.show.plan_table import PlanTable, Row, state_label
from wording import Lang, Words, explain, labels

__all__ = ["match_line", "plan_table", "pools_table", "unmet_table"]


def plan_table(
    plan: Plan,
    source: Source,
    places: Places,
    lang: Lang = "ja",
    *,
    matches: Sequence[Match] = (),
    month: Month | None = None,
    ids: bool = False,
) -> PlanTable:
    """Who works for whom and how many hours in which month, with totals and the gap.

    `matches` adds the state of each assignment; `month` shows that month alone, `ids` the id of
    each match, by which it is decided about.
    """
    known = called(source, places, lang)
    states = {(m.line_id, m.talent_id): m for m in matches if m.live}
    worked = {m for each in plan.assignments for m in each.hours if month in (None, m)}
    # Months before anybody begins and after everybody has ended are left out.
    months = tuple(between(min(worked), max(worked))) if worked else ()
    rows = []
    for each in plan.assignments:
        hours = {m: amount for m, amount in each.hours.items() if m in months}
        if not hours:
            continue
        match, name = states.get(each.pair), known.get(each.line_id) or stranger(each.line_id)
        state = agreement.state(match, lang) if match else ""
        texts = (name.role, each.talent_id, state)
        id_ = match.match_id if match and ids else ""
        rows.append((name.order, Row(called=name, texts=texts, hours=hours, match_id=id_)))
    ordered = [row for _, row in sorted(rows, key=lambda row: (row[0], row[1].texts))]
    version = f"（第{plan.version}版）" if plan.version else ""
    title = f"配置計画　{pool_name(plan.pool_id, places)}{version}"
    if lang == "en":
        version = f", version {plan.version}" if plan.version else ""
        title = f"Plan of pool {pool_name(plan.pool_id, places)}{version}"
    return PlanTable(title=title, plan=plan, months=months, rows=ordered, lang=lang)


def unmet_table(
    plan: Plan, source: Source, places: Places, lang: Lang = "ja", *, steps: Steps = no_steps
) -> Group:
    """Hours nobody covers: whose, how many, why, which change would be enough, and its commands."""
    apart = [] if isinstance(source, Problem) else outside_lines(source, plan, places, lang)
    if not plan.unmet and apart:
        nothing = "計画の月の中に未充足はありません。"
        return Group(nothing if lang == "ja" else "Every planned line is covered.", *apart)
    if not plan.unmet:
        return Group("未充足はありません。" if lang == "ja" else "Every demand line is covered.")
    known = called(source, places, lang)
    names = {each.line_id: known.get(each.line_id) or stranger(each.line_id) for each in plan.unmet}
    ordered = sorted(plan.unmet, key=lambda each: names[each.line_id].order)
    header = ("未充足の要請枠", "役割", "原因", "時間")
    if lang == "en":
        header = ("Unmet demand line", "Role", "Cause", "Hours")
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
    parts = [Text(line(header, width, right=(3,)), style="dim")]
    for each, row in zip(ordered, rows, strict=True):
        parts.append(Text(line(row, width, right=(3,)), style="bold"))
        parts.append(Text(f"    {names[each.line_id].heading()}"))
        parts.append(Text(f"    {by_month(each.by_month, lang)}"))
        parts.append(Text(f"    {enough_sentence(each, lang)}"))
        parts += [command(step, 6) for change in each.enough[:1] for step in steps(each, change)]
    return Group(*parts, *apart)


def enough_sentence(unmet: Unmet, lang: Lang = "ja") -> str:
    """The first change that would be enough, or that no single one is."""
    if not unmet.enough:
        return (
            "足りるには：これで足りると確かめられた一つの変更はありません"
            if lang == "ja"
            else "No single change was found to be enough."
        )
    text = explain.remedy(Words(lang), unmet.enough[0])
    return f"足りるには：{text}" if lang == "ja" else f"Enough: {text}"


def pools_table(
    pools: Sequence[tuple[str, Sequence[Request], Sequence[Talent], Plan | None]],
    places: Places,
    lang: Lang,
    failures: Sequence[PlanFailure] = (),
) -> Group:
    """One line for each pool: how much is asked, how much is served, how sure we are.

    Below them, the pools that cannot be planned as they are now.
    """
    header = (
        ("プール", "支援要請", "人材", "版", "充足", "要請", "未充足枠", "計画の外", "計画")
        if lang == "ja"
        else (
            *("Pool", "Requests", "Talents", "Version", "Served", "Asked", "Unmet", "Outside"),
            "Plan",
        )
    )
    rows = []
    for pool_id, requests, talents, plan in pools:
        named = labels.titled(
            pool_name(pool_id, places), lang, sample=any(r.sample for r in requests)
        )
        counts = (str(len(requests)), str(len(talents)))
        if plan is None:
            none = "まだない" if lang == "ja" else "none yet"
            rows.append((named, *counts, "", "", "", "", "", none))
            continue
        asked = plan.served + sum(unmet.hours for unmet in plan.unmet)
        rows.append(
            (
                named,
                *counts,
                str(plan.version),
                number(plan.served),
                number(asked),
                str(len(plan.unmet)),
                str(len(not_planned(outside(requests, plan)))),
                labels.status(plan.status, lang),
            )
        )
    return Group(
        *map(Text, plain(header, rows, right=range(1, 8))),
        *(Text(_failed(each, lang), style="bold red") for each in failures),
    )


def _failed(failure: PlanFailure, lang: Lang) -> str:
    pool, version, reason, tries = (
        failure.pool_id,
        failure.version,
        failure.reason,
        failure.tries,
    )
    if lang == "en":
        return (
            f"✕ Pool {pool} could not be planned at version {version} ({reason}, {tries}x); its "
            "last plan stays. It is tried again by itself, and at once after a change"
        )
    return (
        f"✕ プール{pool}は第{version}版を計画できません（{reason}、{tries}回）。"
        "前の計画のままです。自動でやり直し、変更があればすぐに計画します"
    )


def match_line(
    fact: MatchChanged,
    places: Places,
    lang: Lang = "ja",
    *,
    at: datetime | None = None,
    request: Request | None = None,
) -> Text:
    """One match event in one line: when, which state, for whom, who, hours, months and why."""
    name = called([request] if request else [], places, lang).get(fact.line_id)
    name = name or stranger(fact.line_id)
    reason = labels.reason(fact.reason, lang) + _which(fact, lang)
    words = [
        at.strftime("%H:%M:%S") if at else "",
        state_label(fact.state, pinned=False, lang=lang),
        fact.line_id,
        name.where,
        name.role,
        f"← {fact.talent_id}",
        number(sum(fact.hours.values())) + ("時間" if lang == "ja" else " h"),
        span(list(fact.hours)),
        f"〔{reason}〕" if lang == "ja" else f"[{reason}]",
    ]
    return Text("  ".join(word for word in words if word))


def _which(fact: MatchChanged, lang: Lang) -> str:
    """Which terms changed, and what speaks against the match."""
    contradictions = fact.match.contradictions if fact.match else ()
    said = [field_label(name, lang) for name in fact.changed_terms]
    said += [labels.contradiction(code, lang) for code in contradictions]
    if not said:
        return ""
    return f"：{'、'.join(said)}" if lang == "ja" else f": {'; '.join(said)}"
