"""At most one service consumes an embedded log; appending and watching need no leave."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import Mistake


@contextmanager
def only_service(path: Path) -> Iterator[None]:
    """Hold the file's service lock. Raises Mistake where another service holds it.

    The kernel lets go of the lock when the process ends, however it ends, so a lock file left
    behind by a crash is harmless.
    """
    lock = path.with_name(path.name + ".service")
    opened = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.read(opened, 20).decode("ascii", "replace").strip() or "unknown"
            raise Mistake(
                f"a service runs on {path} already (process {pid}); stop it first, "
                "or give this one another file"
            ) from None
        os.ftruncate(opened, 0)
        os.write(opened, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(opened)
