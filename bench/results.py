"""Everything one `bench` run found, as a file that the report is written from."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.events import Event
from bench.gap import GapResult
from bench.record import Record
from models.frozen import Frozen

_PACKAGES = ("ortools", "numba", "llvmlite", "numpy", "pydantic")


class Machine(Frozen):
    """Where a run took place."""

    cpu: str
    cores: int
    memory_gib: float
    system: str
    python: str
    packages: dict[str, str]


class Results(Frozen):
    """Records of all kinds; growth records have the size's grown name."""

    machine: Machine
    command: str
    records: tuple[Record, ...] = ()
    growth: tuple[Record, ...] = ()
    events: tuple[Event, ...] = ()
    gap: tuple[GapResult, ...] = ()


def this_machine() -> Machine:
    """The machine and the versions this process runs on."""
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    except (ValueError, OSError):
        memory = 0.0
    packages = {}
    for name in _PACKAGES:
        try:
            packages[name] = version(name)
        except PackageNotFoundError:
            continue
    return Machine(
        cpu=_cpu(),
        cores=os.cpu_count() or 1,
        memory_gib=round(memory, 1),
        system=platform.platform(terse=True),
        python=platform.python_version(),
        packages=packages,
    )


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
