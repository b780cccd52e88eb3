"""概要: the plan in a few numbers."""

from application.exports.tables import Head, Holds, Table, Value
from application.views.plan import PlanView
from wording import amounts
from wording.words import Words


def summary_table(view: PlanView, words: Words) -> Table:
    """A row for each number."""
    plan, totals = view.plan, view.totals
    months = f"{plan.months[0]} – {plan.months[-1]}" if plan.months else ""
    values: dict[str, str] = {
        "item_pool": amounts.pool(words.reader, plan.pool_id),
        "item_months": months,
        "item_version": str(plan.version),
        "item_status": words.shown("status", plan.status),
        "item_requests": str(view.requests),
        "item_talents": str(view.talents_active),
        "item_asked": amounts.amount(totals.asked),
        "item_served": amounts.amount(totals.served),
        "figure_served_rate": amounts.percent(totals.served_rate),
        "item_assignments": str(len(plan.assignments)),
        "item_score": f"{plan.score:,}",
        "item_gap": amounts.percent(plan.gap),
    }
    if view.sample:
        values["item_sample"] = words("plan_is_sample")
    rows: list[tuple[Value, Value]] = [(words(item), value) for item, value in values.items()]
    heads = (Head(words("item"), width=18), Head(words("value"), Holds.LONG, 60))
    return Table(name=words("sheet_summary"), stem="summary", heads=heads, rows=rows)
