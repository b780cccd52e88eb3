"""実績（合意分）: hours of months that are over, as they were agreed; nobody reports a visit."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.console import Group
from rich.text import Text

from models.match import Match
from models.months import Month, fiscal_year
from models.worked_hours import Worked
from service.cli.frame.hour_rows import Named, month_rows
from wording.reader import Lang

#: What worked hours are called in tables.
WORKED = ("実績（合意分）", "Worked (as agreed)")
#: Fiscal years of worked hours that a plan is shown with.
_YEARS = 2


def worked_rows(worked: Iterable[Worked], name: Callable[[Worked], str], lang: Lang) -> list[Named]:
    """A row for each name, with its hours in the months that are over."""
    rows: defaultdict[str, dict[Month, int]] = defaultdict(dict)
    for each in worked:
        hours = rows[f"{name(each)} {WORKED[lang == 'en']}"]
        hours[each.month] = hours.get(each.month, 0) + each.hours
    return list(rows.items())


def line_and_talent(worked: Worked) -> str:
    """Who worked on which line."""
    return f"{worked.line_id} ← {worked.talent_id}"


def still_ahead(match: Match, worked: Iterable[Worked]) -> dict[Month, int]:
    """The hours of a match without those that are recorded as worked."""
    over = {each.month for each in worked if each.match_id == match.match_id}
    return {month: hours for month, hours in match.hours.items() if month not in over}


def worked_table(
    worked: Sequence[Worked], first: Month, lang: Lang, *, month: Month | None = None
) -> Group:
    """What was worked in this fiscal year and the one before; nothing where nothing was."""
    since = fiscal_year(first) - _YEARS + 1
    shown = [w for w in worked if fiscal_year(w.month) >= since and month in (None, w.month)]
    if not shown:
        return Group()
    rows = worked_rows(shown, line_and_talent, lang)
    title = (
        "終わった月の実績（双方が合意していた時間。訪問後の報告ではありません）"
        if lang == "ja"
        else "Worked in months that are over (as both sides had agreed; not reported after a visit)"
    )
    return Group(Text(""), Text(title, style="bold"), *month_rows(rows, lang))


def worked_documents(worked: Iterable[Worked]) -> list[dict[str, Any]]:
    """Worked hours as `--json` prints them."""
    return [each.model_dump(mode="json", exclude={"pool_id"}) for each in worked]
