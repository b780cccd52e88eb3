"""At most one service consumes an embedded log, and one restore is at work on it.

Appending and watching need no leave. The kernel lets go of a lock when its process ends, however
it ends, so a lock file left behind by a crash is harmless.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import Mistake

#: Looking whether a restore runs holds its lock for a moment, too.
_MOMENT = 1.0


@contextmanager
def only_service(path: Path) -> Iterator[None]:
    """Hold the file's service lock. Raises Mistake where another service holds it."""
    with _held(path.with_name(f"{path.name}.service")) as other:
        if other:
            raise Mistake("service_runs_already", file=str(path), process=other)
        yield


@contextmanager
def only_restore(path: Path) -> Iterator[None]:
    """Hold the file's restore lock. Raises Mistake where another restore holds it."""
    with _held(_restore_lock(path), _MOMENT) as other:
        if other:
            raise Mistake("restore_under_way", file=str(path), process=other)
        yield


def restore_at_work(path: Path) -> str:
    """The process of the restore under way; empty where there is none. Makes no file."""
    if not _restore_lock(path).exists():
        return ""
    with _held(_restore_lock(path), flags=os.O_RDWR, note=False) as other:
        return other


def _restore_lock(path: Path) -> Path:
    return path.with_name(f"{path.name}.restore")


@contextmanager
def _held(
    lock: Path, seconds: float = 0.0, *, flags: int = os.O_RDWR | os.O_CREAT, note: bool = True
) -> Iterator[str]:
    """Hold a lock, or say whose it is."""
    deadline = time.monotonic() + seconds
    opened = os.open(lock, flags | os.O_CLOEXEC, 0o600)
    try:
        while True:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() < deadline:
                    time.sleep(0.02)
                    continue
                yield os.pread(opened, 20, 0).decode("ascii", "replace").strip() or "unknown"
                return
        if note:
            os.ftruncate(opened, 0)
            os.pwrite(opened, f"{os.getpid()}\n".encode(), 0)
        yield ""
    finally:
        os.close(opened)
