"""The door through which everything is printed: no text of anybody's steers the terminal.

Titles and reasons are text that people, sheets and other programs wrote. Whatever way they came in,
control sequences, overwriting and markup in them reach no terminal; our own colours do.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from models.text import clean, unfit

#: What JSON may leave as it is, and a terminal may not get raw.
_RAW = re.compile("[\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


class CleanConsole(Console):
    """A console that prints text as text: no markup, no emoji codes, no control signs."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, markup=False, emoji=False, **options)

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """The parts of what is printed; of text, only what may be shown."""
        for segment in super().render(renderable, options):
            text, style, control = segment
            if control or unfit(text, lines=True) is None:
                yield segment
            else:
                yield Segment(clean(text, lines=True), style)


#: Answers go to stdout; talk, progress and errors go to stderr. Lines are never cut: a pipe would
#: get no more than 80 columns.
out = CleanConsole(soft_wrap=True)
err = CleanConsole(stderr=True)


def say_json(document: Any, *, indent: int | None = None) -> None:
    """The document on stdout, as JSON whose control signs are all written out."""
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    print(_RAW.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text), flush=True)  # noqa: T201
