"""Hours nobody covers: whose, how many, why, which change would be enough, and its commands."""

from rich.console import Group
from rich.text import Text

from application.exports.match_document import Steps
from application.views.plan import PlanView
from matcher.plan import Unmet
from service.cli.frame.step_commands import command_line, no_commands
from service.cli.frame.text_columns import line, widths
from service.cli.show.line_heading import heading
from service.cli.show.outside_rows import outside_rows
from wording import amounts, explain
from wording.words import Words


def unmet_table(view: PlanView, words: Words, *, steps: Steps = no_commands) -> Group:
    """A paragraph for each line, then what lies outside the plan."""
    apart = outside_rows(view, words)
    if not view.unmet:
        return Group(words("all_planned_covered" if apart else "all_covered"), *apart)
    header = [
        *map(words, ("column_unmet_line", "column_role", "column_cause", "column_hours")),
    ]
    rows = [
        (
            f"△ {each.name.line_id}",
            words.shown("role", each.unmet.role),
            words.shown("cause", each.unmet.cause),
            amounts.amount(each.unmet.hours),
        )
        for each in view.unmet
    ]
    width = widths([header, *rows])
    parts = [Text(line(header, width, right=(3,)), style="dim")]
    for each, row in zip(view.unmet, rows, strict=True):
        parts.append(Text(line(row, width, right=(3,)), style="bold"))
        parts.append(Text(f"    {heading(each.name, words)}"))
        parts.append(Text(f"    {amounts.by_month(words.reader, each.unmet.by_month)}"))
        parts.append(Text(f"    {enough_sentence(each.unmet, words)}"))
        for change in each.unmet.enough[:1]:
            parts += [command_line(step, 6) for step in steps(each.unmet, change)]
    return Group(*parts, *apart)


def enough_sentence(unmet: Unmet, words: Words) -> str:
    """The first change that would be enough, or that no single one is."""
    if not unmet.enough:
        return words("enough_none")
    return words("enough_is", change=explain.remedy(words, unmet.enough[0]))
