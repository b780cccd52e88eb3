"""Whole requests and talents as JSON that a person hands in: a file, or `-` for standard input."""

import json
import sys
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from models.entities import Request, Talent
from models.errors import Mistake
from models.phrase import Phrase
from models.validation import mistake

E = TypeVar("E", Request, Talent)


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
    """The JSON in a file. Raises Mistake, with the place, where it is none."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise Mistake("file_unreadable", file=file, why=error.strerror) from None
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Mistake("file_not_utf8", file=file) from None
    except json.JSONDecodeError as error:
        raise Mistake("file_not_json", file=file, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise Mistake("file_too_deep", file=file) from None


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
