"""Text that may be kept and shown: no sign in it steers a terminal or is refused by a database.

What people write now is refused where such a sign stands in it. What was accepted before, or comes
from elsewhere on a topic, is read under the validation context `KEPT`, and cleaned.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

#: Validation context of what was accepted before: its text is cleaned, and nothing is refused.
KEPT: Final[Mapping[str, Any]] = {"kept": True}

#: Code name of the refusal, the `type` of the validation error.
UNFIT: Final = "text_sign"

#: C1 signs, DEL, halves of surrogate pairs, line separators, bidirectional embeddings, overrides
#: and isolates (Unicode TR9; they show text in another order than it is read), and what no XML
#: file, such as a spreadsheet, may hold.
_SIGNS = "\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff"
_IN_LINE = re.compile(f"[\x00-\x1f{_SIGNS}]")
_IN_LINES = re.compile(f"[\x00-\x08\x0b-\x1f{_SIGNS}]")
#: Control sequences as a whole (ECMA-48): CSI, the strings of OSC, DCS, SOS, PM and APC up to
#: their end, and two- or three-sign escapes.
_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\r\n]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]?"
)
_BREAKS = re.compile("\r\n|[\t\n\x0b\x0c\r\x85\u2028\u2029]")


def unfit(text: str, *, lines: bool = False) -> str | None:
    """The first sign that may not stand in the text, as `U+001B`; with `lines`, notes may have
    line ends and tabs."""
    found = (_IN_LINES if lines else _IN_LINE).search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def clean(text: str, *, lines: bool = False) -> str:
    """The text without such signs: control sequences go whole, line ends become spaces or stay."""
    pattern = _IN_LINES if lines else _IN_LINE
    if not pattern.search(text):
        return text
    text = _SEQUENCE.sub("", text)
    text = _BREAKS.sub(lambda found: _break(found[0], lines), text)
    return pattern.sub("", text)


def storable(text: str) -> str:
    """The text with a mark for every sign that a column or UTF-8 refuses: NUL, half a pair."""
    return re.sub("[\x00\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def _break(found: str, lines: bool) -> str:
    if not lines:
        return " "
    return "\t" if found == "\t" else "\n"


def _whole(value: object) -> object:
    # Half a surrogate pair is no text to pydantic: say so as for every other sign.
    if isinstance(value, str) and (found := re.search("[\ud800-\udfff]", value)):
        raise _refusal(f"U+{ord(found[0]):04X}")
    return value


def _line(value: str, info: ValidationInfo) -> str:
    return _fit(value, info, lines=False)


def _lines(value: str, info: ValidationInfo) -> str:
    return _fit(value, info, lines=True)


def _fit(value: str, info: ValidationInfo, *, lines: bool) -> str:
    sign = unfit(value, lines=lines)
    if sign is None:
        return value
    if info.context and info.context.get("kept"):
        return clean(value, lines=lines) or "\N{REPLACEMENT CHARACTER}"
    raise _refusal(sign)


def _refusal(sign: str) -> PydanticCustomError:
    return PydanticCustomError(UNFIT, "holds the control sign {sign}; remove it", {"sign": sign})


#: Put beside the bounds of length: `Annotated[str, StringConstraints(...), *ONE_LINE]`.
ONE_LINE = (AfterValidator(_line), BeforeValidator(_whole))
LINES = (AfterValidator(_lines), BeforeValidator(_whole))

#: Any text in one line.
Line = Annotated[str, *ONE_LINE]
