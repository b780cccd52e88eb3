"""A plan as a table: who works for whom, how many hours in which month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from matcher.plan import Plan
from models.months import Month
from service.cli.frame.amounts import totals
from service.cli.frame.fiscal_columns import Block, blocks, cells, months_header, years_header
from service.cli.frame.text_columns import line, widths
from service.cli.show.line_names import Called
from wording import labels
from wording.reader import Lang

#: Columns of a pipe, which has no width of its own.
PIPE = 100
#: Columns of text before the numbers: role, talent, state.
TEXTS = 3
_INDENT = 2
_NUMBERS = range(TEXTS, 99)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One assignment, under the heading of its request."""

    called: Called
    texts: tuple[str, str, str]
    hours: Mapping[Month, int]
    match_id: str = ""  #: on a line of its own below, so that the table grows no wider


@dataclass(frozen=True, kw_only=True)
class PlanTable:
    """Renders itself as wide as the terminal allows: side by side, else a block for each 年度."""

    title: str
    plan: Plan
    months: tuple[Month, ...]
    rows: Sequence[Row]
    lang: Lang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = options.max_width if console.is_terminal else None
        yield Text(self.title, style="bold")
        for sentence in totals(self.plan, self.lang):
            yield Text(sentence)
        if not self.rows:
            yield Text("割当はありません。" if self.lang == "ja" else "No assignments.")
        for block in self._fitting(room or max(PIPE, options.max_width)) if self.rows else ():
            yield Text("")
            yield from self._block(block, room)

    def _fitting(self, room: int) -> list[Block]:
        width = self._widths(self.months)
        together = _INDENT + sum(width) + 2 * (len(width) - 1) <= room
        return [self.months] if together else blocks(self.months)

    def _header(self, block: Block) -> list[str]:
        names = (
            ("Role", "Talent", "State", "Total")
            if self.lang == "en"
            else ("役割", "人材", "状態", "計")
        )
        return [*names, *months_header(block, self.lang)]

    def _sum(self, block: Block) -> list[str]:
        hours = {month: sum(row.hours.get(month, 0) for row in self.rows) for month in block}
        return ["Total" if self.lang == "en" else "計", "", "", *cells(hours, block)]

    def _widths(self, block: Block) -> list[int]:
        body = [[*row.texts, *cells(row.hours, block)] for row in self.rows]
        return widths([self._header(block), self._sum(block), *body])

    def _block(self, block: Block, room: int | None) -> Iterator[Text]:
        width = self._widths(block)
        if self.lang == "ja":
            before = _INDENT + sum(width[: TEXTS + 1]) + 2 * (TEXTS + 1)
            yield Text(years_header(block, width[TEXTS + 1 :], before=before), style="dim")
        yield Text(line(self._header(block), width, right=_NUMBERS, indent=_INDENT), style="dim")
        request_id = ""
        for row in self.rows:
            if not any(month in block for month in row.hours):
                continue
            if row.called.request_id != request_id:
                request_id = row.called.request_id
                yield Text(row.called.heading(room), style="bold")
            body = [*row.texts, *cells(row.hours, block)]
            yield Text(line(body, width, right=_NUMBERS, indent=_INDENT))
            if row.match_id:
                yield Text(" " * 2 * _INDENT + row.match_id, style="dim")
        yield Text(line(self._sum(block), width, right=_NUMBERS, indent=_INDENT), style="bold")


def state_label(state: str, *, pinned: bool, lang: Lang) -> str:
    """`○提案中`, and whether it is fixed by hand."""
    fixed = (" fixed" if lang == "en" else "・固定") if pinned else ""
    return labels.state(state, lang) + fixed
