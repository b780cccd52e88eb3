"""The folder of compiled code: where it lies, and whether all of it is there. Imports no numba."""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

#: Rooms whose functions are compiled.
_COMPILED = ("arrays", "search", "bound")
#: What stands in a file with compiled functions, or with the types of their arguments.
_MATTERS = re.compile(
    rb"^(import numba|from matcher\.arrays\.numba_compiler|class \w+\(NamedTuple\))", re.MULTILINE
)


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
    return _installed() and _stamp().exists()


def declare_ready() -> None:
    """Say that everything is compiled."""
    _stamp().parent.mkdir(parents=True, exist_ok=True)
    _stamp().touch()


def compile_in_background() -> subprocess.Popen[bytes] | None:
    """Begin to compile in another process, of low priority; nothing where numba is missing.

    It ends with this process, however that ends: then its stdin does, and nothing else keeps it
    open. Whoever begins it holds what is returned for as long as it should go on.
    """
    if _installed() and not ready():
        with suppress(OSError):
            return subprocess.Popen(
                [sys.executable, "-m", "matcher.solving.compile_all", "--gently"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
    return None


def _installed() -> bool:
    return importlib.util.find_spec("numba") is not None


def _stamp() -> Path:
    return folder() / f"ready-{_origin()}"


@cache
def _origin() -> str:
    """A short name of the sources, where they lie, and what compiles them for which machine."""
    seal = hashlib.sha256()
    for part in _parts():
        seal.update(part + b"\0")
    return seal.hexdigest()[:16]


def _parts() -> Iterator[bytes]:
    matcher = Path(__file__).resolve().parent.parent
    yield str(matcher).encode()
    for source in sorted(source for room in _COMPILED for source in (matcher / room).glob("*.py")):
        text = source.read_bytes()
        if _MATTERS.search(text):
            # numba drops what it compiled from a file of another time or size.
            yield f"{source.name} {source.stat().st_mtime_ns}".encode()
            yield text
    yield sys.version.encode()
    for name in ("numba", "llvmlite", "numpy"):
        yield version(name).encode()
    yield os.uname().machine.encode()
    with suppress(OSError):  # compiled for one processor: another may lack its instructions
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()[:30]:
            if line.startswith(("model name", "flags", "Features")):
                yield line.encode()
