"""What an import changed, kept in a file: one short command brings it back.

Where the import changed names it holds them: it is personal data, and its owner alone reads it.
"""

import json
import os
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from models.entities import Person, Request, Talent
from models.errors import Mistake
from models.frozen import Frozen
from models.ids import PoolIdField, TalentIdField
from models.text import KEPT

#: Files that an earlier import left are not written over.
_MOST = 1_000


class UndoneRequest(Frozen):
    """A request as it stood before `revision`; none: it is new, and is withdrawn again."""

    request_id: str
    revision: int
    before: Request | None = None


class UndoneTalent(Frozen):
    """A talent as it stood before `revision`; none: it is new, and leaves again."""

    talent_id: str
    revision: int
    before: Talent | None = None


class UndonePerson(Frozen):
    """Who a talent was and became; none before: nobody was kept."""

    talent_id: TalentIdField
    after: Person
    before: Person | None = None


class Undoing(Frozen):
    """The content of an undo file."""

    talentpool: Literal["undo.v1"] = "undo.v1"
    pool_id: PoolIdField
    requests: tuple[UndoneRequest, ...] = ()
    talents: tuple[UndoneTalent, ...] = ()
    people: tuple[UndonePerson, ...] = ()


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
    raise Mistake(f"{beside} の取り消し用のファイルが多すぎます / too many undo files")


def read_undo(path: Path) -> Undoing:
    """What an undo file says. Raises Mistake where it is none, without its content."""
    try:
        document: Any = json.loads(path.read_bytes())
        return Undoing.model_validate_json(json.dumps(document), context=KEPT)
    except OSError as error:
        raise Mistake(
            f"{path} を読めません（{error.strerror}）。ファイルの名前を確かめてください"
            f" / cannot read {path}: {error.strerror}"
        ) from None
    except (ValidationError, ValueError):
        raise Mistake(
            f"{path} は取り消し用のファイルではありません。import が書いた .undo.json を"
            f"指定してください / {path} is no undo file of an import"
        ) from None


def _unwritable(path: Path, error: OSError) -> Mistake:
    return Mistake(
        f"{path} を書けません（{error.strerror}）。書き込めるフォルダーに表を移して、もう一度"
        f"取り込んでください / cannot write {path}: {error.strerror}"
    )
