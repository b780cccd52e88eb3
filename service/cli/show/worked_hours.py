"""実績（合意分）: hours of months that are over, as they were agreed; nobody reports a visit."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from rich.console import Group
from rich.text import Text

from models.months import Month, fiscal_year
from models.worked_hours import Worked
from service.cli.frame.hour_rows import Named, month_rows
from wording.words import Words

#: Fiscal years of worked hours that a plan is shown with.
_YEARS = 2


def worked_rows(
    worked: Iterable[Worked], name: Callable[[Worked], str], words: Words
) -> list[Named]:
    """A row for each name, with its hours in the months that are over."""
    rows: defaultdict[str, dict[Month, int]] = defaultdict(dict)
    for each in worked:
        hours = rows[f"{name(each)} {words('figure_worked')}"]
        hours[each.month] = hours.get(each.month, 0) + each.hours
    return list(rows.items())


def line_and_talent(worked: Worked) -> str:
    """Who worked on which line."""
    return f"{worked.line_id} ← {worked.talent_id}"


def worked_table(worked: Sequence[Worked], first: Month, words: Words) -> Group:
    """What was worked in this fiscal year and the one before; nothing where nothing was."""
    since = fiscal_year(first) - _YEARS + 1
    shown = [w for w in worked if fiscal_year(w.month) >= since]
    if not shown:
        return Group()
    rows = worked_rows(shown, line_and_talent, words)
    title = Text(words("worked_title"), style="bold")
    return Group(Text(""), title, *month_rows(rows, words))
