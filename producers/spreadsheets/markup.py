"""XML of a workbook, read as a stream: elements by their local names, no document type."""

from collections.abc import Callable
from typing import Protocol
from xml.parsers.expat import ExpatError, ParserCreate

from producers.spreadsheets.damaged import Damaged

Begin = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Say = Callable[[str], None]


class Readable(Protocol):
    """Bytes that come in pieces."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; none at the end."""


def walk(part: Readable, begin: Begin, end: End, say: Say | None = None) -> None:
    """Call `begin`, `end` and `say` for each element and text. Raises Damaged where it is no XML.

    Prefixes are left off, of attributes too: writers choose them as they please.
    """
    parser = ParserCreate()
    parser.buffer_text = True

    def started(name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        begin(name, attributes)

    def ended(name: str) -> None:
        end(name.rpartition(":")[2] if ":" in name else name)

    def refused(*_: object) -> None:
        # No office program writes one; entities that grow are declared there.
        raise Damaged("file_damaged")

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = say
    parser.StartDoctypeDeclHandler = refused
    try:
        parser.ParseFile(part)
    except (ExpatError, ValueError, LookupError):
        raise Damaged("file_damaged") from None


def local(attributes: dict[str, str], name: str) -> str:
    """An attribute whatever its prefix; empty where there is none."""
    if name in attributes:
        return attributes[name]
    ending = f":{name}"
    return next((value for key, value in attributes.items() if key.endswith(ending)), "")
