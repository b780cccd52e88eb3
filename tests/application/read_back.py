"""What people see, read back as numbers: tables of a terminal by their columns, sheets by name."""

import io
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from rich.cells import cell_len
from rich.console import Console, RenderableType

_NUMBER = re.compile(r"[\d,]+(\.\d+)?")
_MONTH = re.compile(r"\d{4}-\d\d|\d{1,2}月")


def printed(shown: RenderableType) -> list[str]:
    """The lines of a page, on a terminal that is wide enough for it."""
    console = Console(file=io.StringIO(), width=300)
    console.print(shown)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined, no-any-return]


def ends(line: str, pattern: re.Pattern[str]) -> dict[int, str]:
    """The words of a line that look so, by the column in which they end."""
    words = re.finditer(r"\S+", line)
    return {cell_len(line[: w.end()]): w[0] for w in words if pattern.fullmatch(w[0])}


def rows_of(lines: list[str], months: tuple[str, ...]) -> Any:
    """Each row of tables under months: the heading above it, its first words, hours by month.

    Rows of the same words are put together: there is a block for each fiscal year.
    """
    by_number = {f"{int(month[5:])}月": month for month in months}
    found: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    columns: dict[int, str] = {}
    heading = ""
    for line in lines:
        if header := ends(line, _MONTH):
            columns = {end: by_number.get(word, word) for end, word in header.items()}
            continue
        if not line.startswith("  "):
            heading = line
            if not line.strip():
                columns = {}
            continue
        numbers = ends(line, _NUMBER) if columns else {}
        words = re.split(r"\s{2,}[\d,.]+(?:\s|$)", line)[0].strip()
        for end, number in numbers.items():
            if end in columns:
                found[heading, words][columns[end]] += Decimal(number.replace(",", ""))
    return found


def sheet(path: Path, name: str) -> list[dict]:  # type: ignore[type-arg]
    """The rows of a sheet, from header to value."""
    head, *body = openpyxl.load_workbook(path)[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def hours(row: dict, months: tuple[str, ...]) -> dict[str, Decimal]:  # type: ignore[type-arg]
    """The hours of a row or document in each month that has any."""
    return {m: Decimal(str(row[m])) for m in months if row.get(m)}


def page_of(shown: RenderableType, months: tuple[str, ...]) -> dict[str, dict[str, Decimal]]:
    """Rows of a page by their words alone."""
    return {row: some(by_month) for (_, row), by_month in rows_of(printed(shown), months).items()}


def some(given: dict[str, Decimal]) -> dict[str, Decimal]:
    """Without months of no hours: a page leaves them empty."""
    return {month: amount for month, amount in given.items() if amount}
