"""実績（合意分）: who worked where in the months that are over, as both sides had agreed."""

from collections import defaultdict

from application.exports.plan_view import PlanView
from application.exports.tables import Head, Holds, Table, Value
from models.months import Month, between


def worked_table(view: PlanView) -> Table:
    """A row for each line, talent and place, its hours in each month from the first that is known.

    Nobody reports a visit: they are the hours that were agreed when the month ended.
    """
    of_row: dict[tuple[str, str, tuple[str, ...]], dict[Month, int]] = defaultdict(dict)
    for each in view.worked:
        given = of_row[each.line_id, each.talent_id, each.municipalities]
        given[each.month] = given.get(each.month, 0) + each.hours
    over = {each.month for each in view.worked}
    months = tuple(between(min(over), max(over)))
    rows: list[list[Value]] = []
    hours: list[list[int]] = []
    for (line_id, talent_id, codes), by_month in sorted(of_row.items()):
        cells = [by_month.get(month, 0) for month in months]
        hours.append([*cells, sum(cells)])
        request_id, _, *rest = view.line(line_id)
        rows.append(
            [
                request_id,
                view.places_of(codes),
                *rest,
                *view.talent(talent_id),
                *(value or None for value in cells),
                sum(cells),
            ]
        )
    heads = (
        *view.line_heads(),
        *view.talent_heads(),
        *(Head(month, Holds.HOURS, 9) for month in months),
        Head(view.say("計", "Total"), Holds.HOURS, 9),
    )
    return view.table(view.say("実績（合意分）", "Worked as agreed"), "worked", heads, rows, hours)
