"""計画の外: a row for each demand line with hours that the plan does not speak of, and why."""

from collections.abc import Mapping, Sequence

from application.exports.plan_view import PlanView
from application.exports.tables import Head, Holds, Table, Value
from matcher.figures.outside_horizon import Outside
from models.months import Month


def outside_table(view: PlanView, found: Sequence[Outside]) -> Table:
    """Hours in months that are over, too late in the running month, or too far ahead."""
    say = view.say
    kinds = (
        ("over", say("月が過ぎている", "Months that are over")),
        ("late", say("今月の残りの稼働日では計画できない", "Too late in the running month")),
        ("beyond", say("計画の月より先", "Later than the months planned")),
    )
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for each in found:
        for name, why in kinds:
            some: Mapping[Month, int] = getattr(each, name)
            if some:
                total = sum(some.values())
                hours.append([total])
                rows.append([*view.line(each.line_id), min(some), max(some), total, why])
    heads = (
        *view.line_heads(),
        Head(say("最初の月", "First month"), width=10),
        Head(say("最後の月", "Last month"), width=10),
        Head(say("計", "Total"), Holds.HOURS, 9),
        Head(say("理由", "Why"), width=34),
    )
    return view.table(say("計画の外", "Outside the plan"), "outside", heads, rows, hours)
