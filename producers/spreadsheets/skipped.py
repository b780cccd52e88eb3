"""Rows below the header that are none of the table: examples, totals, remarks, headers again."""

import re
from collections.abc import Sequence
from typing import Literal

from models.phrase import Phrase
from models.text_folding import folded
from producers.spreadsheets.cells import is_blank, text
from producers.spreadsheets.faults import Faults, display
from producers.spreadsheets.names import KNOWN, plain
from producers.spreadsheets.rows import Row
from wording.fields.column import EXAMPLE

Why = Literal["example", "total", "remark", "header"]

#: 見本, 見本1, 見本（例）; but 見本市 is a trade fair.
_EXAMPLE = re.compile(rf"{EXAMPLE}(?:の?行|例)?[-_.0-9]*(?:\(.*\))?")
_TOTALS = frozenset(
    map(
        folded,
        (
            "合計",
            "計",
            "小計",
            "総計",
            "総合計",
            "合計時間",
            "時間計",
            "total",
            "totals",
            "subtotal",
            "sub total",
            "grand total",
            "sum",
        ),
    )
)
_REMARK = re.compile(r"(?:※|\*|注|\(注|備考).*", re.DOTALL)


def why_skipped(row: Row) -> Why | None:
    """Why a row is not read; None where it is one of the table."""
    key, role = ("request_id", "role") if row.layout.kind == "requests" else ("talent_id", "roles")
    ident = folded(text(row.cell(key)))
    first = folded(text(row.cells[0])) if row.cells else ""
    if _EXAMPLE.fullmatch(ident) or (not ident and _EXAMPLE.fullmatch(first)):
        return "example"
    if KNOWN[row.layout.kind].get(plain(text(row.cell(key)))) == key:
        return "header"
    said = [cell for cell in row.cells if not is_blank(cell)]
    words = [folded(cell) for cell in said if isinstance(cell, str)]
    if (not ident or ident in _TOTALS) and row.blank(role) and _TOTALS.intersection(words):
        return "total"
    if len(said) == 1 and words and _REMARK.fullmatch(words[0]):
        return "remark"
    return None


def say_skipped(rows: Sequence[tuple[Row, Why]], faults: Faults) -> None:
    """A note for each reason, with the rows it concerns."""
    for why in dict.fromkeys(why for _, why in rows):
        concerned = tuple(_named(row, why) for row, each in rows if each == why)
        match why:
            case "example":
                faults.note("skipped_example", rows=concerned)
            case "total":
                faults.note("skipped_total", rows=concerned)
            case "remark":
                faults.note("skipped_remark", rows=concerned)
            case "header":
                faults.note("skipped_header", rows=concerned)


def _named(row: Row, why: Why) -> Phrase:
    """A row, with its title where a request may have been written over an example."""
    if why != "example" or row.layout.kind != "requests" or row.blank("title"):
        return Phrase.of("row_number", row=row.number)
    return Phrase.of("row_titled", row=row.number, title=display(row.cell("title")))
