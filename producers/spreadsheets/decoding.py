"""Which encoding a text is in."""

import codecs
from contextlib import suppress

from producers.spreadsheets.damaged import Damaged

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_JIS = (b"\x1b$B", b"\x1b$@")
_LOOKED_AT = 2_000


def decoded(content: bytes) -> tuple[str, str]:
    """The name of the encoding, and the text. Raises Damaged with the row that cannot be read."""
    encoding = _stated(content)
    if encoding:
        return encoding, _decode(content, encoding)
    try:
        return "utf-8", content.decode("utf-8")
    except UnicodeDecodeError as error:
        # Where kana or kanji before the place were UTF-8, it is damaged and no other encoding.
        whole = any(sign >= "\u3000" for sign in content[: error.start].decode("utf-8"))
    if whole:
        return "utf-8", _decode(content, "utf-8")
    try:
        return "cp932", _decode(content, "cp932")
    except Damaged:
        # Old Unix systems write EUC; what is neither is said as of the encoding offices use.
        with suppress(UnicodeDecodeError):
            return "euc-jp", content.decode("euc-jp")
        raise


def _stated(content: bytes) -> str:
    """The encoding that a mark or its own signs give away."""
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content[:2] in _UTF16:
        return _UTF16[content[:2]]
    if b"\0" in content:
        begin = content[:_LOOKED_AT]
        even, odd = begin[::2].count(0), begin[1::2].count(0)
        # In UTF-16 the separators and ends of rows have a zero on one side alone.
        if len(content) % 2 or (even and odd) or even + odd < 3:
            raise Damaged("file_type")
        return "utf-16-le" if odd else "utf-16-be"
    return "iso-2022-jp" if any(sign in content for sign in _JIS) else ""


def _decode(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start]
        row = max(before.count(b"\n"), before.count(b"\r")) + 1
        raise Damaged("encoding", row=row) from None
