"""Files that hold names are their owner's alone."""

import json
import os
from pathlib import Path

from models.log import log

#: What SQLite and we put beside a database.
_ENDS = (
    *("", "-wal", "-shm", "-journal", ".service", ".restore", ".restoring"),
    *(".before-restore", ".before-restore-wal", ".before-restore-shm", ".erased"),
)


def keep_private(file: Path) -> list[Path]:
    """Tighten a database, what lies beside it, and its folder where that is ours; say which.

    A folder is ours where we make it, or where it is called `var`; others may be shared.
    """
    folder = file.parent
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = [file.with_name(file.name + end) for end in _ENDS]
    tightened = [each for each in found if _tighten(each, 0o600)]
    if folder.name == "var" and _tighten(folder, 0o700):
        tightened.append(folder)
    if tightened:
        log.warning("files.tightened", files=[str(each) for each in tightened])
    return tightened


def _tighten(path: Path, mode: int) -> bool:
    try:
        now = path.stat().st_mode & 0o777
        if not now & 0o077:
            return False
        path.chmod(mode)
    except OSError:  # not there, or another's: whoever owns it answers for it
        return False
    return True


def note_erasure(database: Path, pool_id: str, talent_id: str) -> None:
    """Keep beside the database that a person was erased: ids alone, for a store that is lost."""
    file = database.with_name(f"{database.name}.erased")
    opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(opened, f"{json.dumps([pool_id, talent_id])}\n".encode())
        os.fsync(opened)
    finally:
        os.close(opened)


def noted_erasures(database: Path) -> list[tuple[str, str]]:
    """Who was erased, as it is kept beside the database."""
    file = database.with_name(f"{database.name}.erased")
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [(pool_id, talent_id) for pool_id, talent_id in map(json.loads, lines)]
