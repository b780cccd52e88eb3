"""What a column of a sheet is: its names, note, choices and the example below it."""

from dataclasses import dataclass
from typing import Literal

from wording.labels import TABLES
from wording.reader import Lang

Kind = Literal["requests", "talents"]

#: ID of a row that shows how to fill in; such rows are never read.
EXAMPLE = "見本"

SHEET_NAMES: dict[Kind, tuple[str, str]] = {
    "requests": ("支援要請", "Requests"),
    "talents": ("人材", "Talents"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `key` is our name for it, `names` what people call it, the first one printed."""

    key: str
    ja: str
    en: str
    note_ja: str
    note_en: str
    example: str | int | float = ""
    other: tuple[str, ...] = ()  #: names that are understood too
    choices: str = ""  #: a table of labels
    required: bool = False
    personal: bool = False  #: never repeated in a fault
    text: bool = True  #: else a number
    width: int = 12

    def title(self, lang: Lang) -> str:
        """The header as printed."""
        return self.en if lang == "en" else self.ja

    def note(self, lang: Lang) -> str:
        """How to fill the column in."""
        return self.note_en if lang == "en" else self.note_ja

    def options(self, lang: Lang) -> list[str]:
        """The words of the drop-down, in order."""
        return [pair[lang == "en"] for pair in TABLES.get(self.choices, {}).values()]
