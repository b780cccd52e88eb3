"""A sheet to fill in, empty or with what is known: drop-downs, notes, and an example row."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from models.months import Month, window
from producers.ports import Places
from producers.spreadsheets import paper
from producers.spreadsheets.filled import FilledRow
from producers.whole_file import write_whole
from wording.fields.column import SHEET_NAMES, Column, Kind
from wording.fields.columns import COLUMNS, STAMP
from wording.reader import Lang
from wording.words import Words

_MONTHS = 12
#: Rows with drop-downs.
_ROWS = 1_000
#: Example hours of a month.
_ASKED, _CAPACITY = 40, 155

#: What the first sheet says of how to fill the second one in.
_HOW: dict[Kind, tuple[str, ...]] = {
    kind: (
        "template_header_stays",
        "template_example_rows",
        "template_notes",
        "template_hours",
        f"template_rows_of_{kind}",
        "template_places",
        "template_faults",
    )
    for kind in ("requests", "talents")
}


def template(
    kind: Kind,
    path: Path,
    *,
    pool_id: str,
    first_month: Month,
    places: Places,
    lang: Lang = "ja",
    rows: Sequence[FilledRow] = (),
) -> None:
    """Write a workbook for requests or talents, for twelve months or more from `first_month`.

    Without rows it is empty but for an example. With rows it has them, to be changed and imported
    again. Raises Mistake where the file cannot be written.
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, paper.OPTIONS)
    # A month far away has a column of its own; nobody fills in the years between.
    asked = {month for row in rows for month in row.hours}
    months = tuple(sorted({*window(first_month, _MONTHS), *asked}))
    _Template(book, kind, pool_id, months, places, lang, rows).draw()
    book.close()
    write_whole({path: content.getvalue()})


@dataclass(frozen=True)
class _Template:
    """The sheets of a template being drawn."""

    book: Any
    kind: Kind
    pool_id: str
    months: tuple[Month, ...]
    places: Places
    lang: Lang
    rows: Sequence[FilledRow]

    def draw(self) -> None:
        sheet = self.book.add_worksheet(SHEET_NAMES[self.kind][self.lang == "en"])
        ranges = self._choices()
        self._header(sheet)
        if self.rows:
            self._filled(sheet)
        else:
            self._example(sheet)
        for at, column in enumerate(self._columns):
            if source := ranges.get(column.key):
                sheet.data_validation(
                    1, at, _ROWS + len(self.rows), at, self._drop_down(column, source)
                )
        self._how()

    @property
    def _columns(self) -> tuple[Column, ...]:
        stamped = any(STAMP.key in row.columns for row in self.rows)
        return COLUMNS[self.kind] + ((STAMP,) if stamped else ())

    @cached_property
    def _codes(self) -> list[str]:
        return list(map(str, self.places.codes(self.pool_id)))

    @cached_property
    def _words(self) -> Words:
        return Words(self.lang)

    def _header(self, sheet: Any) -> None:
        plain = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
        needed = self.book.add_format({**plain, "bg_color": "#FFF3C4"})
        may = self.book.add_format({**plain, "bg_color": "#E8F1FE"})
        as_text = self.book.add_format({"num_format": "@"})
        for at, column in enumerate(self._columns):
            sheet.write_string(0, at, column.title(self.lang), needed if column.required else may)
            sheet.write_comment(0, at, column.note(self.lang), {"x_scale": 2, "author": ""})
            sheet.set_column(at, at, column.width, as_text if column.text else None)
        for at, month in enumerate(self.months, len(self._columns)):
            # Text, or Excel would make a date of it.
            sheet.write_string(0, at, month, may)
            sheet.set_column(at, at, 9)
        titles = ((column.title(self.lang), column.width) for column in self._columns)
        sheet.set_row(0, paper.height(titles))
        sheet.freeze_panes(1, 1)
        paper.set_up(sheet)

    def _example(self, sheet: Any) -> None:
        pale = {"italic": True, "font_color": "#767676"}
        style = self.book.add_format(pale)
        text = self.book.add_format({**pale, "num_format": "@"})
        for at, column in enumerate(self._columns):
            value = self._local_examples.get(column.key, column.example)
            if isinstance(value, str):
                sheet.write_string(1, at, value, text)
            else:
                sheet.write_number(1, at, value, style)
        hours = [_ASKED] * 3 if self.kind == "requests" else [_CAPACITY] * len(self.months)
        for at, value in enumerate(hours, len(self._columns)):
            sheet.write_number(1, at, value, style)

    def _filled(self, sheet: Any) -> None:
        top = {"valign": "top"}
        text = self.book.add_format({"num_format": "@", "text_wrap": True, **top})
        amount = self.book.add_format(top)
        for number, row in enumerate(self.rows, 1):
            texts = ((row.columns.get(c.key, ""), c.width) for c in self._columns)
            sheet.set_row(
                number,
                paper.height((each, width) for each, width in texts if isinstance(each, str)),
            )
            for at, column in enumerate(self._columns):
                value = row.columns.get(column.key, "")
                if not isinstance(value, str):
                    sheet.write_number(number, at, value, amount)
                elif value:
                    sheet.write_string(number, at, value, text)
            for at, month in enumerate(self.months, len(self._columns)):
                if quarters := row.hours.get(month):
                    sheet.write_number(number, at, quarters / 4, amount)

    @cached_property
    def _local_examples(self) -> dict[str, str]:
        """Examples that depend on where and when."""
        codes = self._codes[1:3]
        return {
            "code": "、".join(codes),
            "place": "、".join(map(self.places.name, codes)),
            "base": self.places.name(codes[0]) if codes else "",
            "contract_from": self.months[0],
            "contract_until": self.months[-1],
            "trained_from": self.months[0],
        }

    def _choices(self) -> dict[str, str]:
        """Draw the lists of the drop-downs; the range of each by column key."""
        sheet = self.book.add_worksheet(self._words("template_choices"))
        bold = self.book.add_format({"bold": True, "bottom": 1})
        lists = {
            c.key: (c.title(self.lang), c.options(self.lang)) for c in self._columns if c.choices
        }
        lists["code"] = (self._words("template_code"), self._codes)
        names = list(map(self.places.name, self._codes))
        lists["place"] = (self._words("template_municipality"), names)
        ranges: dict[str, str] = {}
        for at, (key, (title, words)) in enumerate(lists.items()):
            sheet.write_string(0, at, title, bold)
            sheet.write_column(1, at, words)
            sheet.set_column(at, at, 24)
            if words and key != "code":
                end = xl_rowcol_to_cell(len(words), at, row_abs=True, col_abs=True)
                start = xl_rowcol_to_cell(1, at, row_abs=True, col_abs=True)
                ranges[key] = f"='{sheet.get_name()}'!{start}:{end}"
        if "place" in ranges:
            ranges["base"] = ranges["place"]
        sheet.freeze_panes(1, 0)
        paper.set_up(sheet)
        return ranges

    def _drop_down(self, column: Column, source: str) -> dict[str, Any]:
        return {
            "validate": "list",
            "source": source,
            # Where several may stand in a cell, the list only helps.
            "show_error": column.key not in ("place", "base", "roles"),
            "error_title": column.title(self.lang)[:32],
            "error_message": self._words("template_choose"),
        }

    def _how(self) -> None:
        sheet = self.book.add_worksheet(self._words("template_how"))
        sheet.set_column(0, 0, 90)
        paper.set_up(sheet, header=False)
        sheet.write_column(0, 0, list(map(self._words, _HOW[self.kind])))
