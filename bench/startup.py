"""Processor time of short calls beside that of their peer: `python -m bench.startup [FOLDER]`.

User and system time of a child process, medians of nine. Calls take turns, so that what else the
machine does falls on all of them alike. The store is that of `talentpool demo`: the one in FOLDER,
or else one that is made first.
"""

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

RUNS = 9
_TALENTPOOL = (sys.executable, "-m", "service")

CALLS: Mapping[str, tuple[str, ...]] = {
    'python -c "0"': (sys.executable, "-c", "0"),
    'python -c "import typer, pydantic"': (sys.executable, "-c", "import typer, pydantic"),
    "talentpool --help": (*_TALENTPOOL, "--help"),
    "talentpool show plan --help": (*_TALENTPOOL, "show", "plan", "--help"),
    "talentpool show plan": (*_TALENTPOOL, "show", "plan"),
    "talentpool show plan --json": (*_TALENTPOOL, "show", "plan", "--json"),
}


def processor_seconds(call: tuple[str, ...], folder: Path) -> float:
    """User and system time of one call and its children. Raises where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(folder: Path) -> dict[str, list[float]]:
    """Seconds of every call, run after run; a first run of each warms the disk's cache."""
    found: dict[str, list[float]] = {name: [] for name in CALLS}
    for run in range(RUNS + 1):
        for name, call in CALLS.items():
            seconds = processor_seconds(call, folder)
            if run:
                found[name].append(seconds)
    return found


def main(arguments: list[str]) -> None:
    """Measure, and print a table with the machine."""
    if arguments:
        found = measure(Path(arguments[0]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            made = (*_TALENTPOOL, "demo", "--once", "--json")
            subprocess.run(made, cwd=folder, check=True, stdout=subprocess.DEVNULL)
            found = measure(Path(folder))
    sys.stdout.write("\n".join(_page(found)) + "\n")


def _page(found: Mapping[str, list[float]]) -> Iterator[str]:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {load}"
    yield f"Python {platform.python_version()}, {machine}; {RUNS} runs of each"
    yield ""
    yield "| call | median, s | least, s |"
    yield "|---|---|---|"
    for name, seconds in found.items():
        yield f"| `{name}` | {statistics.median(seconds):.2f} | {min(seconds):.2f} |"


if __name__ == "__main__":
    main(sys.argv[1:])
