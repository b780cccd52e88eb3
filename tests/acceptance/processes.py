"""Starts the real command as a user would, and reads what it prints, with deadlines."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import IO
from unittest.mock import patch

import structlog

from service.cli import main

TALENTPOOL = (sys.executable, "-m", "service")
WITHIN = 60.0


def environment(directory: Path, database: str = "", kafka: str = "") -> dict[str, str]:
    """An environment of its own: nothing of the caller's settings leaks in."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("TALENTPOOL_")}
    given = {
        "TALENTPOOL_DATABASE": database or f"sqlite:///{directory / 'pool.db'}",
        "TALENTPOOL_KAFKA": kafka,
        "TALENTPOOL_LOG_FORMAT": "json",
        "TALENTPOOL_IMPROVE_SECONDS": "0.5",
        "TALENTPOOL_WEB_PORT": "0",
        "COLUMNS": "140",
    }
    return kept | given


def talentpool(*words: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*TALENTPOOL, *words], env=env, capture_output=True, text=True, timeout=120, check=False
    )


def called(*words: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in this process: what is loaded is loaded once for many."""
    out, err = StringIO(), StringIO()
    argv = ["talentpool", *words]
    with (
        patch.dict(os.environ, env, clear=True),
        patch.object(sys, "argv", argv),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            structlog.reset_defaults()  # the log was pointed at an stderr that ends here
    return subprocess.CompletedProcess(argv, code, out.getvalue(), err.getvalue())


class Running:
    """A command that keeps running; its lines can be waited for."""

    def __init__(self, *words: str, env: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [*TALENTPOOL, *words],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: list[str] = []
        self._fresh: queue.Queue[str] = queue.Queue()
        assert self.process.stdout
        assert self.process.stderr
        self._readers = [self._read(self.process.stdout), self._read(self.process.stderr)]

    def wait_for(self, text: str, within: float = WITHIN) -> str:
        """The next line that holds the text."""
        deadline = time.monotonic() + within
        while (left := deadline - time.monotonic()) > 0:
            try:
                line = self._fresh.get(timeout=left)
            except queue.Empty:
                break
            if text in line:
                return line
        raise AssertionError(f"no {text!r} within {within} s in:\n" + "\n".join(self.lines[-30:]))

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does; its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=30)
        self.end()
        return code

    def end(self) -> None:
        """Read to the end what a process that has ended still said."""
        self.process.wait(timeout=30)
        for reader in self._readers:
            reader.join(timeout=10)
        assert self.process.stdout
        assert self.process.stderr
        self.process.stdout.close()
        self.process.stderr.close()

    def _read(self, stream: IO[str]) -> threading.Thread:
        def lines() -> None:
            for line in stream:
                self.lines.append(line.rstrip("\n"))
                self._fresh.put(line)

        reader = threading.Thread(target=lines, daemon=True)
        reader.start()
        return reader
