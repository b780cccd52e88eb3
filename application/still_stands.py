"""Whether what a change left behind still stands: a short code of it, carried by the undo line."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from application.edits import MEMBERS, MONTHLY

Document = dict[str, Any]
#: Where a difference stands: a field, a member or month of it, a line.
Path = tuple[str, ...]


def code(standing: Document, back: Document) -> str:
    """A code of all that would change from `standing` to `back`, as it stands now.

    The same code for the same places and contents, whatever else has changed around them.
    """
    places = sorted(changes(standing, back))
    text = json.dumps(places, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def changes(old: Document, new: Document, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each place that differs, month by month and member by member, with its old content."""
    for name in sorted(old.keys() | new.keys()):
        was: Any = old.get(name)
        now: Any = new.get(name)
        if name == "revision" or was == now:
            continue
        here = (*at, name)
        if name == "lines":
            yield from _each(_numbered(was), _numbered(now), here)
        elif name in MONTHLY:
            yield from _each(_some(was), _some(now), here)
        elif name in MEMBERS and isinstance(was, dict):
            yield from _each(was, now, here)
        elif name in MEMBERS and set(was) != set(now):
            yield from _each(dict.fromkeys(was, 1), dict.fromkeys(now, 1), here)
        else:
            yield here, _told(was)


def _each(was: Document, now: Document, at: Path) -> Iterator[tuple[Path, str]]:
    for key in sorted(was.keys() | now.keys()):
        one, other = was.get(key), now.get(key)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from changes(one, other, (*at, key))
        elif one != other:
            yield (*at, key), _told(one)


def _numbered(lines: list[Document]) -> Document:
    return {str(line["line"]): line for line in lines}


def _some(hours: Document) -> Document:
    """No hours are no entry."""
    return {month: float(amount) for month, amount in hours.items() if amount}


def _told(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
