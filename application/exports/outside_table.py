"""計画の外: a row for each demand line with hours that the plan does not speak of, and why."""

from application.exports.plan_columns import PlanColumns
from application.exports.tables import Head, Holds, Table, Value
from application.views.hours import Hours, total
from application.views.line_names import name_of


def outside_table(columns: PlanColumns) -> Table:
    """Hours in months that are over, too late in the running month, or too far ahead."""
    words = columns.words
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for each in columns.view.outside:
        for why in ("over", "late", "beyond"):
            some: Hours = getattr(each, why)
            if some:
                name = name_of(each.line_id, columns.view.names)
                hours.append([total(some)])
                rows.append(
                    [
                        *columns.line(name),
                        min(some),
                        max(some),
                        total(some),
                        words(f"why_{why}"),
                    ]
                )
    heads = (
        *columns.line_heads(),
        Head(words("head_first_month"), width=10),
        Head(words("head_last_month"), width=10),
        Head(words("figure_total"), Holds.HOURS, 9),
        Head(words("head_reason"), width=34),
    )
    return columns.table("sheet_outside", "outside", heads, rows, hours)
