"""Is the compiled code at hand, and where does it lie? Light: does not import numba."""

import hashlib
import importlib.util
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

#: Written when everything is compiled.
_STAMP = "ready"


@cache
def folder() -> Path:
    """Where compiled code is kept: NUMBA_CACHE_DIR, else a folder in the user's cache.

    Its name says what it was compiled from. numba itself looks at one file at a time and would keep
    a function whose callee in another file has changed.
    """
    if told := os.environ.get("NUMBA_CACHE_DIR"):
        return Path(told)
    home = os.environ.get("XDG_CACHE_HOME")
    base = Path(home) if home else Path.home() / ".cache"
    return base / "talentpool" / f"compiled-{_origin()}"


def ready() -> bool:
    """Whether the compiled code can be loaded without compiling."""
    return importlib.util.find_spec("numba") is not None and _stamp().exists()


def declare_ready() -> None:
    """Say that everything is compiled."""
    _stamp().parent.mkdir(parents=True, exist_ok=True)
    _stamp().touch()


def compile_elsewhere() -> "subprocess.Popen[bytes] | None":
    """Begin to compile in another process, of low priority; None where numba is not installed."""
    if importlib.util.find_spec("numba") is None:
        return None
    return subprocess.Popen(
        [sys.executable, "-m", "matcher.compiled.warm", "--gently"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _stamp() -> Path:
    return folder() / f"{_STAMP}-{_origin()}"


@cache
def _origin() -> str:
    """A short name of the sources, where they lie, and what compiles them."""
    seal = hashlib.sha256()
    for part in _parts():
        seal.update(part + b"\0")
    return seal.hexdigest()[:16]


def _parts() -> Iterator[bytes]:
    here = Path(__file__).resolve().parent
    yield str(here).encode()
    for source in sorted(here.glob("*.py")):
        # numba drops what it compiled from a file of another time or size.
        yield f"{source.name} {source.stat().st_mtime_ns}".encode()
        yield source.read_bytes()
    yield f"{sys.version} {platform.machine()} {platform.processor()}".encode()
    for name in ("numba", "llvmlite", "numpy"):
        yield version(name).encode()
