"""Set-up compiles once and says so; where it fails, everybody plans without."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from matcher.arrays import compile_cache
from matcher.solving import compile_all


@pytest.fixture(autouse=True)
def nothing_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compile_cache, "folder", lambda: tmp_path)
    monkeypatch.setattr(compile_all, "folder", lambda: tmp_path)
    return tmp_path


def test_it_compiles_once_and_says_how_long_it_took(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = []
    monkeypatch.setattr(compile_all, "use_once", lambda: calls.append(1))

    assert compile_all.main() == 0
    first = capsys.readouterr()
    assert compile_all.main() == 0
    second = capsys.readouterr()

    assert calls == [1]
    assert "about a minute" in first.err
    assert "compiled in 0 s" in first.err
    assert second.err == ""
    assert first.out == second.out != ""


def test_what_cannot_be_compiled_is_said_and_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise OSError("no space left")

    monkeypatch.setattr(compile_all, "use_once", broken)

    assert compile_all.main() == 1
    assert "no space left" in capsys.readouterr().err
    assert not compile_cache.ready()


def test_in_the_background_it_leaves_the_work_to_whoever_began_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = []

    def beside() -> None:
        calls.append(1)
        assert compile_all.main(gently=True) == 0  # another process would find the lock taken

    monkeypatch.setattr(compile_all, "use_once", beside)
    monkeypatch.setattr(compile_all.os, "nice", lambda _: 0)  # type: ignore[attr-defined]

    assert compile_all.main() == 0
    assert calls == [1]


_BEGIN = """
from matcher.arrays import compile_cache
begun = compile_cache.compile_in_background()
print(begun.pid, flush=True)
input()
"""


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_what_compiles_in_the_background_ends_with_whoever_began_it(
    end: signal.Signals, tmp_path: Path
) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _BEGIN],
        env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout
    compiling = int(parent.stdout.readline())
    assert _alive(compiling)

    parent.send_signal(end)
    parent.wait()

    deadline = time.monotonic() + 20
    while _alive(compiling):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    parent.communicate()


def _alive(pid: int) -> bool:
    """Whether it runs; one that has ended may wait for somebody to ask how."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
