"""実績（合意分）: who worked where in the months that are over, as both sides had agreed."""

from collections import defaultdict

from application.exports.plan_columns import PlanColumns
from application.exports.tables import Head, Holds, Table, Value
from application.views.line_names import name_of
from models.codes import MunicipalityCode
from models.ids import LineId, TalentId
from models.months import Month, between

_Row = tuple[LineId, TalentId, tuple[MunicipalityCode, ...]]


def worked_table(columns: PlanColumns) -> Table:
    """A row for each line, talent and place, its hours in each month from the first that is known.

    Nobody reports a visit: they are the hours that were agreed when the month ended.
    """
    view, words = columns.view, columns.words
    of_row: defaultdict[_Row, dict[Month, int]] = defaultdict(dict)
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
        request_id, _, *rest = columns.line(name_of(line_id, view.names))
        rows.append(
            [
                request_id,
                columns.places_of(codes),
                *rest,
                *columns.talent(talent_id),
                *(value or None for value in cells),
                sum(cells),
            ]
        )
    heads = (
        *columns.line_heads(),
        *columns.talent_heads(),
        *(Head(month, Holds.HOURS, 9) for month in months),
        Head(words("figure_total"), Holds.HOURS, 9),
    )
    return columns.table("sheet_worked", "worked", heads, rows, hours)
