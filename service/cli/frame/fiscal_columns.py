"""Columns of months under the fiscal years (April to March) they belong to."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len

from models.months import Month, fiscal_year
from wording.amounts import amount
from wording.months import fiscal_label
from wording.reader import Lang

Block = tuple[Month, ...]


def blocks(months: Iterable[Month]) -> list[Block]:
    """The months of each fiscal year, in order."""
    return [tuple(group) for _, group in groupby(sorted(months), key=fiscal_year)]


def cells(hours: Mapping[Month, int], block: Block) -> list[str]:
    """Their sum, then each month of the block; a month without hours stays empty."""
    each = [amount(hours[month]) if hours.get(month) else "" for month in block]
    return [amount(sum(hours.get(month, 0) for month in block)), *each]


def months_header(block: Block, lang: Lang) -> list[str]:
    """`7月` under its 年度; in English the month with its year."""
    return list(block) if lang == "en" else [f"{int(month[5:])}月" for month in block]


def years_header(block: Block, width: Sequence[int], *, before: int) -> str:
    """A line with each 年度 above its first month; `before` cells stand left of the months."""
    text, used = " " * before, 0
    for year in blocks(block):
        room = sum(width[used : used + len(year)]) + 2 * (len(year) - 1)
        name = _year_label(year[0], room)
        text += name + " " * (room - cell_len(name) + 2)
        used += len(year)
    return text.rstrip()


def _year_label(month: Month, room: int) -> str:
    """As long as there is room: `令和8年度（2026年度）`, `令和8年度` or `R8`."""
    full = fiscal_label(month)
    era = full.partition("（")[0]
    short = f"R{era.removeprefix('令和').removesuffix('年度')}"
    return next((name for name in (full, era) if cell_len(name) <= room), short)
