"""A file becomes rows of cells: workbooks by calamine, CSV in the encodings offices use.

Everything that can be wrong with a file ends as a fault, never as an error.
"""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from producers.spreadsheets.column import SHEET_NAMES, Kind
from producers.spreadsheets.faults import Faults

#: What calamine may give: str, int, float, bool, date, datetime, time, timedelta.
Cell = Any

MAX_BYTES = 20_000_000
#: A workbook is a zip; this is what it may unpack to.
MAX_UNPACKED = 200_000_000
MAX_ROWS = 5_000
MAX_COLUMNS = 200
#: Cells between A1 and the last one of a sheet. calamine reserves room for all of them at once, and
#: one stray cell in the last corner of a sheet would end the process.
_MAX_AREA = 4_000_000

#: A cell that holds something; `<c r="A1" s="3"/>` is only formatted.
_FILLED = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of one sheet from A1, and the encoding where it was text."""

    sheet: str
    rows: Sequence[Sequence[Cell]]
    encoding: str = ""


def grid(path: Path, kind: Kind, faults: Faults) -> Grid | None:
    """The sheet to read; None where the file cannot be read, with the reason among the faults."""
    try:
        if path.stat().st_size > MAX_BYTES:
            faults.add("file_too_large", limit=f"{MAX_BYTES // 1_000_000} MB")
            return None
        content = path.read_bytes()
    except OSError:
        faults.add("file_missing")
        return None
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        faults.add("file_empty")
        return None
    if content.startswith(_OLD_OFFICE):
        faults.add("file_encrypted" if _ENCRYPTED in content else "file_type")
        return None
    is_workbook = content.startswith(b"PK")
    read = _workbook(content, kind, faults) if is_workbook else _text(content, path.name, faults)
    if read is not None and _too_many(read.rows):
        faults.add("rows_too_many", rows=MAX_ROWS, columns=MAX_COLUMNS)
        return None
    return read


def _too_many(rows: Sequence[Sequence[Cell]]) -> bool:
    return len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows)


def _workbook(content: bytes, kind: Kind, faults: Faults) -> Grid | None:
    if (fault := _unsafe(content)) is not None:
        faults.add(
            fault, limit=f"{MAX_UNPACKED // 1_000_000} MB", rows=MAX_ROWS, columns=MAX_COLUMNS
        )
        return None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        name = next((n for n in book.sheet_names if n in SHEET_NAMES[kind]), None)
        sheet = book.get_sheet_by_name(name or book.sheet_names[0])
        return Grid(sheet=sheet.name, rows=sheet.to_python(skip_empty_area=False))
    except (CalamineError, IndexError, ValueError, OSError):
        faults.add("file_damaged")
        return None
    except BaseException as error:
        # A panic of the Rust library is a BaseException without a class to import.
        if type(error).__name__ != "PanicException":
            raise
        faults.add("file_damaged")
        return None


def _unsafe(content: bytes) -> str | None:
    """Why the zip must not be unpacked: a key of MESSAGES."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            if "xl/workbook.xml" not in names:
                return "file_type"
            if sum(info.file_size for info in package.infolist()) > MAX_UNPACKED:
                return "file_too_large"
            for name in names:
                if name.startswith("xl/worksheets/") and _area(package.read(name)) > _MAX_AREA:
                    return "rows_too_many"
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, NotImplementedError):
        return "file_damaged"
    except Exception as error:
        # Each compression library has an error class of its own.
        if type(error).__module__ not in ("zlib", "lzma", "bz2"):
            raise
        return "file_damaged"
    return None


def _area(sheet: bytes) -> int:
    row = column = 0
    for letters, digits in _FILLED.findall(sheet):
        number = 0
        for letter in letters:
            number = number * 26 + letter - 64
        row, column = max(row, int(digits)), max(column, number)
    return row * column


def _text(content: bytes, name: str, faults: Faults) -> Grid | None:
    if b"\0" in content:
        faults.add("file_type")
        return None
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        try:
            encoding, text = "cp932", content.decode("cp932")
        except UnicodeDecodeError as error:
            row = content.count(b"\n", 0, error.start) + 1
            faults.add("encoding", row=row)
            return None
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        faults.add("csv_form")
        return None
    return Grid(sheet=name, rows=[list(map(_unguarded, row)) for row in rows], encoding=encoding)


def _unguarded(text: str) -> str:
    """A text as it was before our own CSV put an apostrophe before its sign."""
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\t\r") and text[1:] else text
