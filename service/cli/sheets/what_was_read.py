"""What was read of a filled-in sheet: where, how many rows, and what was left out or guessed."""

from collections.abc import Sequence
from typing import Any

from models.ids import PoolId
from models.phrase import Phrase
from producers.ports import Places
from producers.spreadsheets import Sheet
from service.cli.frame.call_options import CallOptions
from wording.words import Words


def read_lines(
    read_in: Sequence[Sheet], pool_id: PoolId, places: Places, call: CallOptions
) -> list[str]:
    """For each sheet: what was read, then what people should know of it."""
    words = Words(call.lang, places)
    lines: list[str] = []
    for sheet in read_in:
        if sheet.months:
            lines.append(words.say(_line(sheet, pool_id)))
        lines += [note.text(words) for note in sheet.notes]
    return lines


def read_documents(read_in: Sequence[Sheet], words: Words) -> list[dict[str, Any]]:
    """The same for `--json`."""
    return [
        {
            "kind": sheet.kind,
            "sheet": sheet.name,
            "encoding": sheet.encoding or None,
            "header_row": sheet.header or None,
            "rows": sheet.rows,
            "months": list(sheet.months),
            "skipped": [{"row": row, "why": why} for row, why in sheet.skipped],
            "joined": [{"row": row, "request_id": ident} for row, ident in sheet.joined],
            "notes": [{"cell": n.cell, "code": n.code, "what": n.what(words)} for n in sheet.notes],
        }
        for sheet in read_in
        if sheet.header
    ]


def _line(sheet: Sheet, pool_id: PoolId) -> Phrase:
    counts = [
        Phrase.of("sheet_rows_left_out", n=len(sheet.skipped)) if sheet.skipped else None,
        Phrase.of("sheet_rows_joined", n=len(sheet.joined)) if sheet.joined else None,
    ]
    return Phrase.of(
        "sheet_was_read",
        name=sheet.name,
        kind=sheet.kind,
        header=sheet.header,
        pool=pool_id,
        months=_months(sheet),
        rows=sheet.rows,
        counts=tuple(each for each in counts if each),
    )


def _months(sheet: Sheet) -> Phrase:
    first, last = sheet.months[0], sheet.months[-1]
    if first == last:
        return Phrase.of("sheet_of_month", month=first)
    return Phrase.of("sheet_of_months", first=first, last=last)
