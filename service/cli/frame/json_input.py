"""Whole requests and talents as JSON that a person hands in: a file, or `-` for standard input."""

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from models.entities import Request, Talent
from models.errors import Mistake
from models.phrase import Phrase
from models.validation import mistake

E = TypeVar("E", Request, Talent)

#: Bytes; a thousand lines and as many talents need less than a tenth. Checked before reading: a
#: document takes many times its size in memory.
_LARGEST = 64 * 1024 * 1024


def entities(kind: type[E], file: str) -> list[E]:
    """The entity in a JSON file, or all of a list of them. Raises Mistake: what, where, how."""
    read = document(file)
    found = []
    for number, each in enumerate(read if isinstance(read, list) else [read], 1):
        try:
            found.append(kind.model_validate_json(json.dumps(each)))
        except ValidationError as error:
            where = Phrase.of("file_entry", file=file, n=number)
            raise mistake(error, where if isinstance(read, list) else file) from None
    if not found:
        raise Mistake("file_holds_nothing", file=file)
    return found


def file_bytes(file: Path) -> bytes:
    """What a file holds, whatever that is. Raises Mistake."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Mistake("file_unreadable", file=str(file), why=error.strerror) from None


def document(file: str) -> Any:
    """The JSON in a file; `-` is standard input. Raises Mistake, with the place, where it is none.

    A name that stands twice is refused: JSON keeps the last, which for hours would be a loss.
    """
    try:
        text = sys.stdin.read() if file == "-" else _text(Path(file))
    except UnicodeDecodeError:
        raise Mistake("file_not_utf8", file=file) from None
    except OSError as error:
        raise Mistake("file_unreadable", file=file, why=error.strerror) from None
    try:
        return json.loads(text, object_pairs_hook=partial(_without_repeats, file))
    except json.JSONDecodeError as error:
        raise Mistake("file_not_json", file=file, line=error.lineno, column=error.colno) from None
    except ValueError:  # of a number with more digits than Python reads
        raise Mistake("file_number_too_long", file=file) from None
    except RecursionError:
        raise Mistake("file_too_deep", file=file) from None


def _text(file: Path) -> str:
    if file.stat().st_size > _LARGEST:
        raise Mistake("file_above_limit", file=str(file), most=_LARGEST // 1024**2)
    return file.read_text(encoding="utf-8-sig")


def _without_repeats(file: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Mistake("file_name_twice", file=file, name=twice)
    return made


def person(file: str | None, given: dict[str, str | None]) -> dict[str, str]:
    """Name, mail and note: from a JSON file or standard input, or from the options.

    Options can be read by everybody on the machine while the command runs, and stay in histories.
    Raises Mistake where both are given, or the file says something else.
    """
    options = {name: text for name, text in given.items() if text}
    if file is None:
        return options
    if options:
        raise Mistake("person_file_or_options")
    read = document(file)
    known = isinstance(read, dict) and set(read) <= set(given)
    if not known or not all(isinstance(text, str) for text in read.values()):
        raise Mistake("person_file_form", file=file)
    return dict(read)
