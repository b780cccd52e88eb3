"""A plan as tables: summary, by month, by talent, by municipality, unmet; and what lies apart."""

from collections import defaultdict

from application.exports.outside_table import outside_table
from application.exports.plan_view import PlanView
from application.exports.tables import Head, Holds, Table, Value, hours_text, percent_text, rate
from application.exports.worked_table import worked_table
from matcher.figures.outside_horizon import outside
from models.entities import Request
from wording import explain, labels


def plan_tables(view: PlanView) -> tuple[Table, ...]:
    """All tables, the summary first; hours apart from the plan where there are any."""
    apart = outside(view.requests, view.plan) if view.plan.months else ()
    return (
        summary(view),
        by_month(view),
        by_talent(view),
        by_municipality(view),
        unmet(view),
        *([outside_table(view, apart)] if apart else []),
        *([worked_table(view)] if view.worked else []),
    )


def summary(view: PlanView) -> Table:
    """The plan in a few numbers."""
    plan, say = view.plan, view.say
    asked = sum(map(view.asked, view.open()))
    rows: list[tuple[Value, Value]] = [
        (say("人材プール", "Pool"), f"{plan.pool_id} {view.pool_name()}"),
        (say("期間", "Months"), f"{plan.months[0]} – {plan.months[-1]}" if plan.months else ""),
        (say("計画の版", "Version"), str(plan.version)),
        (say("計画の状態", "Status"), labels.status(plan.status, view.lang)),
        (say("要請（件）", "Requests"), str(len(view.open()))),
        (say("人材（人）", "Talents"), str(len(view.talents))),
        (say("要請時間", "Hours asked"), hours_text(asked)),
        (say("充足時間", "Hours served"), hours_text(plan.served)),
        (say("充足率", "Served"), percent_text(rate(plan.served, asked))),
        (say("割当（件）", "Assignments"), str(len(plan.assignments))),
        (say("点数", "Score"), f"{plan.score:,}"),
        (say("上限との差", "Gap to the bound"), percent_text(plan.gap)),
    ]
    if any(r.sample for r in view.requests) or any(t.sample for t in view.talents):
        rows.append(
            (
                say("見本", "Sample"),
                say(
                    "この計画は見本です。役割・時間・月・人材は架空です。",
                    "This plan is a sample: roles, hours, months and talents are made up.",
                ),
            )
        )
    heads = (Head(say("項目", "Item"), width=18), Head(say("値", "Value"), Holds.LONG, 60))
    return Table(name=say("概要", "Summary"), stem="summary", heads=heads, rows=rows)


def by_month(view: PlanView) -> Table:
    """月別割当: a row for each assignment, its hours in each month."""
    why = {(w.line_id, w.talent_id): w for w in view.plan.why}
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for each in sorted(view.plan.assignments, key=lambda a: (a.line_id, a.talent_id)):
        months = view.months(each.hours)
        reason = why.get(each.pair)
        hours.append([*months, each.total])
        rows.append(
            [
                *view.line(each.line_id),
                *view.talent(each.talent_id),
                *(value or None for value in months),
                each.total,
                *view.match(each),
                explain.why(view.words, reason) if reason else "",
            ]
        )
    heads = (
        *view.line_heads(),
        *view.talent_heads(),
        *view.month_heads(),
        Head(view.say("計", "Total"), Holds.HOURS, 9),
        *view.match_heads(),
        Head(view.say("この人である理由", "Why this person"), Holds.LONG, 60),
    )
    name = view.say("月別割当", "By month")
    return view.table(name, "by_month", heads, rows, hours)


def by_talent(view: PlanView) -> Table:
    """人材別: a row for each talent, its assigned and free hours."""
    given = view.by(lambda a: a.talent_id)
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for talent in sorted(view.talents, key=lambda t: t.talent_id):
        own = given.get(talent.talent_id, [])
        months = view.summed(own)
        used, free = sum(months), sum(talent.free(month) for month in view.plan.months)
        served = {view.request_id(a) for a in own}
        past = sum(w.hours for w in view.worked if w.talent_id == talent.talent_id)
        hours.append([*months, used, free, *view.worked_cells(past)])
        rows.append(
            [
                *view.talent(talent.talent_id),
                labels.form(talent.form, view.lang),
                "、".join(labels.role(r, view.lang, short=True) for r in talent.roles),
                len(served),
                *(value or None for value in months),
                used,
                free,
                rate(used, free),
                *view.worked_cells(past),
            ]
        )
    heads = (
        *view.talent_heads(),
        Head(view.say("雇用形態", "Employment"), width=14),
        Head(view.say("役割", "Roles"), width=22),
        Head(view.say("担当（件）", "Requests"), Holds.COUNT, 9),
        *view.month_heads(),
        Head(view.say("割当", "Assigned"), Holds.HOURS, 9),
        Head(view.say("使える時間", "Available"), Holds.HOURS, 11),
        Head(view.say("稼働率", "Load"), Holds.RATE, 8),
        *view.worked_heads(),
    )
    return view.table(view.say("人材別", "By talent"), "by_talent", heads, rows, hours)


def by_municipality(view: PlanView) -> Table:
    """市区町村別: asked and served; a joint request stands for all its municipalities."""
    groups: dict[tuple[str, ...], list[Request]] = defaultdict(list)
    for request in view.open():
        groups[request.municipalities].append(request)
    given = view.by(view.request_id)
    known = {frozenset(codes): codes for codes in groups}
    past: dict[tuple[str, ...], int] = defaultdict(int)
    for each in view.worked:
        codes = known.get(frozenset(each.municipalities), each.municipalities)
        past[codes] += each.hours
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for codes, requests in sorted((groups | {c: [] for c in past if c not in groups}).items()):
        own = [a for request in requests for a in given.get(request.request_id, [])]
        months = view.summed(own)
        asked = sum(map(view.asked, requests))
        served = sum(months)
        hours.append([*months, asked, served, asked - served, *view.worked_cells(past[codes])])
        rows.append(
            [
                "、".join(codes),
                view.places_of(codes),
                len(requests),
                *(value or None for value in months),
                asked,
                served,
                asked - served,
                rate(served, asked),
                *view.worked_cells(past[codes]),
            ]
        )
    heads = (
        Head(view.say("コード", "Code"), width=9, frozen=True),
        Head(view.say("市区町村", "Municipality"), width=20, frozen=True),
        Head(view.say("要請（件）", "Requests"), Holds.COUNT, 9),
        *view.month_heads(),
        Head(view.say("要請時間", "Asked"), Holds.HOURS, 10),
        Head(view.say("充足時間", "Served"), Holds.HOURS, 10),
        Head(view.say("未充足", "Unmet"), Holds.HOURS, 10),
        Head(view.say("充足率", "Served %"), Holds.RATE, 8),
        *view.worked_heads(),
    )
    name = view.say("市区町村別", "By municipality")
    return view.table(name, "by_municipality", heads, rows, hours)


def unmet(view: PlanView) -> Table:
    """未充足: a row for each line with uncovered hours, the cause, and what would be enough."""
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for each in view.plan.unmet:
        months = view.months(each.by_month)
        chain = each.causes or (each.cause,)
        hours.append([*months, each.hours])
        rows.append(
            [
                *view.line(each.line_id),
                *(value or None for value in months),
                each.hours,
                labels.cause(each.cause, view.lang),
                " → ".join(labels.cause(cause, view.lang) for cause in chain),
                explain.unmet(view.words, each),
                "\n".join(map(view.enough, each.enough)),
            ]
        )
    heads = (
        *view.line_heads(),
        *view.month_heads(),
        Head(view.say("未充足", "Unmet"), Holds.HOURS, 9),
        Head(view.say("原因", "Cause"), width=26),
        Head(view.say("原因のつながり", "Causes"), Holds.LONG, 40),
        Head(view.say("説明", "Explanation"), Holds.LONG, 50),
        Head(view.say("足りるには", "Enough"), Holds.LONG, 50),
    )
    return view.table(view.say("未充足", "Unmet"), "unmet", heads, rows, hours)
