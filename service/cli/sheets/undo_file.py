"""What an import changed, kept in a file: one short command brings it back.

Where the import changed names it holds them: it is personal data, and its owner alone reads it.
"""

import json
import os
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from application.undoing import Undoing
from models.errors import Mistake
from models.text import KEPT

#: Files that an earlier import left are not written over.
_MOST = 1_000


def write_undo(beside: Path, undoing: Undoing) -> Path:
    """Write it beside a file, under a name that is free. Raises Mistake where that fails."""
    content = undoing.model_dump_json(indent=1).encode()
    for number in range(1, _MOST):
        part = "" if number == 1 else f"-{number}"
        path = beside.with_name(f"{beside.stem}.undo{part}.json")
        try:
            # Its owner alone reads it: it may hold names.
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        except OSError as error:
            raise _unwritable(path, error) from None
        with os.fdopen(handle, "wb") as file:
            try:
                file.write(content)
            except OSError as error:
                path.unlink(missing_ok=True)
                raise _unwritable(path, error) from None
        return path
    raise Mistake("too_many_undo_files", file=str(beside))


def read_undo(path: Path) -> Undoing:
    """What an undo file says. Raises Mistake where it is none, without its content."""
    try:
        document: Any = json.loads(path.read_bytes())
        return Undoing.model_validate_json(json.dumps(document), context=KEPT)
    except OSError as error:
        raise Mistake("file_unreadable", file=str(path), why=error.strerror) from None
    except (ValidationError, ValueError):
        raise Mistake("no_undo_file", file=str(path)) from None


def _unwritable(path: Path, error: OSError) -> Mistake:
    return Mistake("undo_file_unwritable", file=str(path), why=error.strerror)
