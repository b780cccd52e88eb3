"""What was read of a filled-in sheet: where, how many rows, and what was left out or guessed."""

from collections.abc import Sequence
from typing import Any

from models.codes import prefecture_code
from models.ids import PoolId
from producers.ports import Places
from producers.spreadsheets import Sheet
from producers.spreadsheets.column import SHEET_NAMES
from service.cli.frame.write_session import CallOptions
from wording.months import label
from wording.reader import Lang


def read_lines(
    read_in: Sequence[Sheet], pool_id: PoolId, places: Places, call: CallOptions
) -> list[str]:
    """For each sheet: what was read, then what people should know of it."""
    pool = places.name(prefecture_code(pool_id))
    lines: list[str] = []
    for sheet in read_in:
        if sheet.months:
            lines.append(_line(sheet, pool, call))
        lines += [note.text for note in sheet.notes]
    return lines


def read_documents(read_in: Sequence[Sheet]) -> list[dict[str, Any]]:
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
            "notes": [{"cell": n.cell, "code": n.code, "what": n.what} for n in sheet.notes],
        }
        for sheet in read_in
        if sheet.header
    ]


def _line(sheet: Sheet, pool: str, call: CallOptions) -> str:
    kind = SHEET_NAMES[sheet.kind]
    return call.say(
        f"読んだ表：シート「{sheet.name}」（{kind[0]}）、見出しは{sheet.header}行目、プールは{pool}、"
        f"{_months(sheet, 'ja')}{sheet.rows}行。{_counts(sheet, 'ja')}",
        f"Read: sheet “{sheet.name}” ({kind[1].lower()}), header in row {sheet.header}, pool "
        f"{pool}, {_months(sheet, 'en')}{sheet.rows} rows. {_counts(sheet, 'en')}",
    ).strip()


def _months(sheet: Sheet, lang: Lang) -> str:
    if not sheet.months:
        return ""
    first, last = sheet.months[0], sheet.months[-1]
    if lang == "en":
        return f"{first}, " if first == last else f"{first} to {last}, "
    return f"{label(first)}、" if first == last else f"{label(first)}から{label(last)}、"


def _counts(sheet: Sheet, lang: Lang) -> str:
    skipped, joined = len(sheet.skipped), len(sheet.joined)
    counts = [
        (skipped, f"読まなかった行 {skipped}。", f"Left out: {skipped}."),
        (joined, f"上の要請の続きとした行 {joined}。", f"Joined to the request above: {joined}."),
    ]
    return " ".join(en if lang == "en" else ja for count, ja, en in counts if count)
