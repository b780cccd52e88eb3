"""Files that are neither workbooks nor text tables, as people call them."""

from models.phrase import Phrase
from producers.spreadsheets.damaged import Damaged

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOOKED_AT = 2_000


def other(content: bytes) -> None:
    """Raises Damaged, saying what it is, where the content is of another kind of file."""
    if content.startswith(_OLD_OFFICE):
        raise _old_office(content)
    begin = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if begin.startswith(b"%pdf"):
        raise Damaged("file_other", what=Phrase.of("file_kind_pdf"))
    if begin.startswith(b"{\\rtf"):
        raise Damaged("file_other", what=Phrase.of("file_kind_rtf"))
    if begin.startswith((b"<!doctype html", b"<html", b"<table", b"<meta")):
        # Many systems write such a page under the name of an Excel file.
        raise Damaged("file_other", what=Phrase.of("file_kind_html"))
    if begin.startswith(b"<?xml"):
        raise Damaged("file_other", what=Phrase.of("file_kind_xml"))


def _old_office(content: bytes) -> Damaged:
    """A container of old Office: it holds an encrypted workbook, or an old one."""
    if _stream("EncryptedPackage") in content:
        return Damaged("file_encrypted")
    if _stream("Workbook") in content or _stream("Book") in content:
        return Damaged("file_other", what=Phrase.of("file_kind_xls"))
    return Damaged("file_type")


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")
