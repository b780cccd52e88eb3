"""未充足: lines with uncovered hours, the cause, and what would be enough."""

from application.exports.plan_columns import PlanColumns
from application.exports.tables import Head, Holds, Table, Value
from wording import explain, labels


def unmet_table(columns: PlanColumns) -> Table:
    """A row for each line."""
    words = columns.words
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for row in sorted(columns.view.unmet, key=lambda each: each.name.line_id):
        each = row.unmet
        months = columns.months(each.by_month)
        chain = each.causes or (each.cause,)
        hours.append([*months, each.hours])
        rows.append(
            [
                *columns.line(row.name),
                *(value or None for value in months),
                each.hours,
                labels.cause(each.cause, words.lang),
                " → ".join(labels.cause(cause, words.lang) for cause in chain),
                explain.unmet(words, each),
                "\n".join(explain.remedy(words, change) for change in each.enough),
            ]
        )
    heads = (
        *columns.line_heads(),
        *columns.month_heads(),
        Head(words("figure_unmet"), Holds.HOURS, 9),
        Head(words("head_cause"), width=26),
        Head(words("head_causes"), Holds.LONG, 40),
        Head(words("head_explanation"), Holds.LONG, 50),
        Head(words("head_enough"), Holds.LONG, 50),
    )
    return columns.table("sheet_unmet", "unmet", heads, rows, hours)
