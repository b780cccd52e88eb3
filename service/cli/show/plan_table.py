"""A plan as a table: who works for whom, how many hours in which month."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from application.views.plan import AssignmentView, PlanView
from models.months import Month, between
from service.cli.frame.fiscal_columns import Block, blocks, cells, months_header, years_header
from service.cli.frame.text_columns import line, widths
from service.cli.show import agreement
from service.cli.show.line_heading import heading
from service.cli.show.plan_totals import plan_totals
from wording import amounts
from wording.words import Words

#: Columns of a pipe, which has no width of its own.
PIPE = 100
#: Columns of text before the numbers: role, talent, state.
TEXTS = 3
_INDENT = 2
_NUMBERS = range(TEXTS, 99)


@dataclass(frozen=True, kw_only=True)
class PlanTable:
    """Renders itself as wide as the terminal allows: side by side, else a block for each 年度."""

    view: PlanView
    words: Words
    ids: bool = False  #: the id of each match below its row, by which it is decided about

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = options.max_width if console.is_terminal else None
        yield Text(title(self.view, self.words), style="bold")
        for sentence in plan_totals(self.view.totals, self.words):
            yield Text(sentence)
        if not self.view.assignments:
            yield Text(self.words("no_assignments"))
            return
        for block in self._fitting(room or max(PIPE, options.max_width)):
            yield Text("")
            yield from self._block(block, room)

    def _months(self) -> tuple[Month, ...]:
        """Months before anybody begins and after everybody has ended are left out."""
        worked = self.view.served_by_month
        return tuple(between(min(worked), max(worked)))

    def _fitting(self, room: int) -> list[Block]:
        months = self._months()
        width = self._widths(months)
        together = _INDENT + sum(width) + 2 * (len(width) - 1) <= room
        return [months] if together else blocks(months)

    def _header(self, block: Block) -> list[str]:
        names = ("column_role", "column_talent", "column_state", "figure_total")
        return [*map(self.words, names), *months_header(block, self.words.lang)]

    def _sum(self, block: Block) -> list[str]:
        return [self.words("figure_total"), "", "", *cells(self.view.served_by_month, block)]

    def _texts(self, row: AssignmentView) -> list[str]:
        role = self.words.shown("role", row.name.role)
        state = agreement.state(row.match, self.words) if row.match else ""
        return [role, row.talent_id, state]

    def _widths(self, block: Block) -> list[int]:
        body = [[*self._texts(row), *cells(row.hours, block)] for row in self.view.assignments]
        return widths([self._header(block), self._sum(block), *body])

    def _block(self, block: Block, room: int | None) -> Iterator[Text]:
        width = self._widths(block)
        if self.words.lang == "ja":
            before = _INDENT + sum(width[: TEXTS + 1]) + 2 * (TEXTS + 1)
            yield Text(years_header(block, width[TEXTS + 1 :], before=before), style="dim")
        yield Text(line(self._header(block), width, right=_NUMBERS, indent=_INDENT), style="dim")
        request_id = ""
        for row in self.view.assignments:
            if not any(month in block for month in row.hours):
                continue
            if row.name.request_id != request_id:
                request_id = row.name.request_id
                yield Text(heading(row.name, self.words, room), style="bold")
            body = [*self._texts(row), *cells(row.hours, block)]
            yield Text(line(body, width, right=_NUMBERS, indent=_INDENT))
            if row.match and self.ids:
                yield Text(" " * 2 * _INDENT + row.match.match_id, style="dim")
        yield Text(line(self._sum(block), width, right=_NUMBERS, indent=_INDENT), style="bold")


def title(view: PlanView, words: Words) -> str:
    """Of which pool, and which version."""
    pool = amounts.pool(words.reader, view.plan.pool_id)
    if not view.plan.version:
        return words("plan_title_alone", pool=pool)
    return words("plan_title", pool=pool, version=view.plan.version)
