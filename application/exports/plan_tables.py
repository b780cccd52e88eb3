"""A plan as tables: summary, by month, by talent, by municipality, unmet; and what lies apart."""

from application.exports.outside_table import outside_table
from application.exports.plan_columns import PlanColumns
from application.exports.summary_table import summary_table
from application.exports.tables import Head, Holds, Table, Value
from application.exports.talent_tables import by_talent, by_talent_and_month
from application.exports.unmet_table import unmet_table
from application.exports.worked_table import worked_table
from application.views.plan import PlanView
from wording import explain
from wording.words import Words


def plan_tables(view: PlanView, words: Words) -> tuple[Table, ...]:
    """All tables, the summary first; hours apart from the plan where there are any."""
    columns = PlanColumns(view, words)
    return (
        summary_table(view, words),
        by_month(columns),
        by_talent(columns),
        by_talent_and_month(columns),
        by_municipality(columns),
        unmet_table(columns),
        *([outside_table(columns)] if view.outside else []),
        *([worked_table(columns)] if view.worked else []),
    )


def by_month(columns: PlanColumns) -> Table:
    """月別割当: a row for each assignment, its hours in each month."""
    view, words = columns.view, columns.words
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for each in sorted(view.assignments, key=lambda row: (row.name.line_id, row.talent_id)):
        months = columns.months(each.hours)
        hours.append([*months, each.total])
        rows.append(
            [
                *columns.line(each.name),
                *columns.talent(each.talent_id),
                *(value or None for value in months),
                each.total,
                *columns.match(each),
                explain.why(words, each.why) if each.why else "",
            ]
        )
    heads = (
        *columns.line_heads(),
        *columns.talent_heads(),
        *columns.month_heads(),
        Head(words("figure_total"), Holds.HOURS, 9),
        *columns.match_heads(),
        Head(words("head_why"), Holds.LONG, 60),
    )
    return columns.table("sheet_by_month", "by_month", heads, rows, hours)


def by_municipality(columns: PlanColumns) -> Table:
    """市区町村別: asked and served; a joint request stands for all its municipalities."""
    words = columns.words
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for each in columns.view.places:
        months = columns.months(each.served_by_month)
        past = columns.worked_cells(each.worked)
        hours.append([*months, each.asked, each.served, each.unmet, *past])
        rows.append(
            [
                "、".join(each.municipalities),
                columns.places_of(each.municipalities),
                each.requests,
                *(value or None for value in months),
                each.asked,
                each.served,
                each.unmet,
                each.served_rate,
                *past,
            ]
        )
    heads = (
        Head(words("head_code"), width=9, frozen=True),
        Head(words("head_municipality"), width=20, frozen=True),
        Head(words("head_asking"), Holds.COUNT, 9),
        *columns.month_heads(),
        Head(words("figure_asked"), Holds.HOURS, 10),
        Head(words("figure_served"), Holds.HOURS, 10),
        Head(words("figure_unmet"), Holds.HOURS, 10),
        Head(words("figure_served_rate"), Holds.RATE, 8),
        *columns.worked_heads(),
    )
    return columns.table("sheet_by_municipality", "by_municipality", heads, rows, hours)
