"""timefold: Timefold's local search in Java, with an incremental score; needs a JDK and Maven.

Modelled as its users would: a seat takes a talent and one of a few percentages of the hours asked,
the same in all months. What it cannot say, it cannot find: hours that differ month by month.
"""

import functools
import os
import shutil
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.outcome import Outcome
from bench.peers.timefold_numbers import numbers, plan
from matcher.check import terms
from matcher.problem import Problem

_SOURCE = Path(__file__).parent.parent / "timefold"
#: Seconds that fetching and compiling may take, once.
_BUILDING = 300
#: Seconds kept back for writing the answer and ending the virtual machine.
_RESERVE = 0.8


def timefold(problem: Problem, seconds: float, seed: int) -> Outcome:
    """Writing the numbers and starting the virtual machine count, as building a model does."""
    classpath = _built()
    if classpath is None:
        raise RuntimeError("no JDK, no Maven, or the build failed")
    began = time.monotonic()
    with TemporaryDirectory(prefix="bench-timefold-") as folder:
        asked, answer = Path(folder) / "in.txt", Path(folder) / "out.txt"
        asked.write_text(numbers(problem), encoding="ascii")
        left = max(0.1, seconds - _RESERVE - (time.monotonic() - began))
        command = ["java", "-Xmx2g", "-cp", classpath, "bench.Peer", str(asked), str(answer)]
        subprocess.run(
            [*command, str(int(left * 1000)), str(seed)],
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=2 * seconds + 30,
        )
        points, _, rest = answer.read_text(encoding="ascii").partition("\n")
    made = plan(problem, rest)
    seconds = time.monotonic() - began
    # The Java side counts what the seats add to the pins.
    base = terms(problem, [pin for pin in problem.pins if pin.total]).score
    return Outcome(assignments=made, claimed=base + int(points), seconds=seconds)


def available() -> bool:
    """Whether the peer can run here; compiles it, the first time."""
    return _built() is not None


def ready() -> bool:
    """Whether it has been compiled before; fetches and compiles nothing."""
    newest = max(file.stat().st_mtime for file in _SOURCE.rglob("*") if file.is_file())
    stamp = _target() / "built"
    return bool(shutil.which("java")) and stamp.exists() and stamp.stat().st_mtime >= newest


def _target() -> Path:
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "talentpool" / "timefold"


@functools.cache
def _built() -> str | None:
    target = _target()
    if not ready():
        if not shutil.which("java") or not shutil.which("mvn"):
            return None
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(_SOURCE, target)
        goals = ["compile", "dependency:copy-dependencies", "-DincludeScope=runtime"]
        try:
            command = ["mvn", "-q", "-B", *goals]
            subprocess.run(command, cwd=target, check=True, capture_output=True, timeout=_BUILDING)
        except (subprocess.SubprocessError, OSError):
            return None
        (target / "built").touch()
    return f"{target / 'target' / 'classes'}:{target / 'target' / 'dependency'}/*"
