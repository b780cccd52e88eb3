"""Rows of hours under their months, and labelled facts under each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from models.months import Month
from service.cli.frame.fiscal_columns import blocks, cells, months_header, years_header
from service.cli.frame.text_columns import line, widths
from wording.words import Words

Named = tuple[str, Mapping[Month, int]]
NUMBERS = range(1, 99)


def month_rows(rows: Sequence[Named], words: Words) -> Iterator[Text]:
    """Named rows of hours by month, a block for each 年度, with the sum at the left."""
    for block in blocks({month for _, hours in rows for month in hours}):
        body = [
            [name, *cells(hours, block)]
            for name, hours in rows
            if not hours or any(month in block for month in hours)
        ]
        header = ["", words("figure_total"), *months_header(block, words.lang)]
        width = widths([header, *body])
        if words.lang == "ja":
            yield Text(years_header(block, width[2:], before=6 + sum(width[:2])), style="dim")
        yield Text(line(header, width, right=NUMBERS, indent=2), style="dim")
        for row in body:
            yield Text(line(row, width, right=NUMBERS, indent=2))


def labelled(given: Iterable[tuple[str, str]]) -> Iterator[Text]:
    """Label and value; what has no value is left out."""
    shown = [(name, value) for name, value in given if value]
    width = widths([(name,) for name, _ in shown])
    return (Text(line(row, [*width, 0])) for row in shown)
