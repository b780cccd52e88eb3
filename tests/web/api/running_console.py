"""The console alone, as a process of its own over a copy of the planned sample store."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Seconds that it may take to say its address: other work may go on beside it.
WITHIN = 120


@contextmanager
def running_console(database: Path) -> Iterator[str]:
    """Its address."""
    log = database.parent / "log.txt"
    environment = {
        **os.environ,
        "TALENTPOOL_DATABASE": f"sqlite:///{database}",
        "TALENTPOOL_API_PER_MINUTE": "0",
    }
    with log.open("w") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "service", "web", "--port", "0"],
            stdout=sink,
            stderr=sink,
            env=environment,
        )
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text()):
            return found.group()
        time.sleep(0.1)
    raise AssertionError(f"no console: {log.read_text()[-2000:]}")
