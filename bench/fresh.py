"""A fresh process, and the most memory that it and its children held at once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

#: Seconds between two looks at the memory.
_LOOK = 0.1
#: Where `bench` can be imported from.
_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a process ended."""

    code: int  #: exit code; negative: the signal that killed it
    seconds: float  #: with start and imports
    memory_mib: float  #: resident, shared pages counted in each process
    complaint: str  #: last line of stderr


def run_fresh(arguments: Sequence[str], *, patience: float) -> Ended:
    """Run `python ARGUMENTS` alone in its session; kill the session after `patience` seconds."""
    began = time.monotonic()
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        child = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=_ROOT,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
        most, ended = 0, 0
        while not ended:
            most = max(most, _resident(child.pid))
            if time.monotonic() - began > patience:
                with suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)
            time.sleep(_LOOK)
            # Not `poll`: only this tells the peak of this one child, also between two looks.
            ended, status, usage = os.wait4(child.pid, os.WNOHANG)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().strip()
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # KiB, on macOS bytes
    return Ended(
        code=child.returncode,
        seconds=time.monotonic() - began,
        memory_mib=round(max(most, peak) / 2**20, 1),
        complaint=said.splitlines()[-1] if said else "",
    )


def _resident(session: int) -> int:
    """Bytes that the processes of a session hold now; 0 where the system does not tell."""
    pages = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError, ValueError):
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[3]) == session:  # after the name: state, parent, group, session
                pages += int(fields[21])
    return pages * os.sysconf("SC_PAGE_SIZE")
