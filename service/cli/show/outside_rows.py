"""What is asked and not planned, as people read it: which requests, how many hours, and why."""

from collections.abc import Iterable

from rich.text import Text

from application.views.hours import total
from application.views.line_names import name_of
from application.views.plan import PlanView
from matcher.figures.outside_horizon import Outside, not_planned
from service.cli.show.line_heading import heading
from wording import amounts
from wording.words import Words

#: So many requests are shown; the others are counted.
_SHOWN = 10


def outside_rows(view: PlanView, words: Words) -> list[Text]:
    """Requests wholly outside the plan, one a line; nothing where there are none."""
    apart = not_planned(view.outside)
    if not apart:
        return []
    months = view.plan.months
    said = words("outside_title", first=months[0], last=months[-1], count=len(apart))
    lines = [Text(said, style="dim")]
    for group in apart[:_SHOWN]:
        hours = [each.hours for each in group]
        lines.append(
            Text(
                words(
                    "outside_row",
                    heading=heading(name_of(group[0].line_id, view.names), words),
                    months=amounts.span([month for some in hours for month in some]),
                    hours=sum(map(total, hours)),
                    why=why(group, words),
                )
            )
        )
    if (rest := len(apart) - _SHOWN) > 0:
        lines.append(Text(f"  {words('more_rows', count=rest)}"))
    return lines


def why(lines: Iterable[Outside], words: Words) -> str:
    """Why hours are not planned: over, too late in the month, too far ahead."""
    kinds = {name for each in lines for name in ("over", "late", "beyond") if getattr(each, name)}
    told = [words(f"outside_{name}") for name in ("over", "late", "beyond") if name in kinds]
    return ("・" if words.lang == "ja" else "; ").join(told)
