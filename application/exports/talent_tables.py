"""人材別: who is assigned how many hours, what the way there takes, and what is free."""

from application.exports.plan_columns import PlanColumns
from application.exports.tables import Head, Holds, Table, Value
from application.views.hours import total
from wording import labels

#: What a talent's months are shown as, in order.
FIGURES = ("available", "assigned", "travel", "used", "free")


def by_talent(columns: PlanColumns) -> Table:
    """A row for each talent; the months hold what is assigned."""
    words = columns.words
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for each in columns.view.talents:
        months = columns.months(each.assigned)
        sums = [total(getattr(each, name)) for name in ("assigned", "travel", "used", "available")]
        free, past = total(each.free), columns.worked_cells(each.worked)
        hours.append([*months, *sums, free, *past])
        rows.append(
            [
                *columns.talent(each.talent_id),
                labels.form(each.talent.form, words.lang),
                "、".join(labels.role(r, words.lang, short=True) for r in each.talent.roles),
                len(each.requests),
                *(value or None for value in months),
                *sums,
                free,
                each.load,
                *past,
            ]
        )
    heads = (
        *columns.talent_heads(),
        Head(words("head_form"), width=14),
        Head(words("head_roles"), width=22),
        Head(words("head_requests"), Holds.COUNT, 9),
        *columns.month_heads(),
        Head(words("figure_assigned"), Holds.HOURS, 9),
        Head(words("figure_travel"), Holds.HOURS, 9),
        Head(words("figure_used"), Holds.HOURS, 11),
        Head(words("figure_available"), Holds.HOURS, 11),
        Head(words("figure_free"), Holds.HOURS, 9),
        Head(words("figure_load"), Holds.RATE, 8),
        *columns.worked_heads(),
    )
    return columns.table("sheet_by_talent", "by_talent", heads, rows, hours)


def by_talent_and_month(columns: PlanColumns) -> Table:
    """A row for each figure of each talent, month by month; no sum: figures are of two kinds."""
    words = columns.words
    rows: list[list[Value]] = []
    for each in columns.view.talents:
        for name in FIGURES:
            months = columns.months(getattr(each, name))
            rows.append(
                [*columns.talent(each.talent_id), words(f"figure_{name}"), *months, sum(months)]
            )
    heads = (
        *columns.talent_heads(),
        Head(words("head_figure"), width=22, frozen=True),
        *columns.month_heads(),
        Head(words("figure_total"), Holds.HOURS, 9),
    )
    name = words("sheet_by_talent_month")
    return Table(name=name, stem="by_talent_and_month", heads=heads, rows=rows)
