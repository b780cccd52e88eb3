"""Set-up compiles once and says so; where it fails, everybody plans without."""

from pathlib import Path

import pytest

from matcher.arrays import compile_cache
from matcher.solving import compile_all


@pytest.fixture(autouse=True)
def nothing_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compile_cache, "folder", lambda: tmp_path)
    monkeypatch.setattr(compile_all, "folder", lambda: tmp_path)
    return tmp_path


def test_it_compiles_once_and_says_how_long_it_took(monkeypatch, capsys):
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


def test_what_cannot_be_compiled_is_said_and_stops_nobody(monkeypatch, capsys):
    def broken():
        raise OSError("no space left")

    monkeypatch.setattr(compile_all, "use_once", broken)

    assert compile_all.main() == 1
    assert "no space left" in capsys.readouterr().err
    assert not compile_cache.ready()


def test_in_the_background_it_leaves_the_work_to_whoever_began_it(monkeypatch):
    calls = []

    def beside():
        calls.append(1)
        assert compile_all.main(gently=True) == 0  # another process would find the lock taken

    monkeypatch.setattr(compile_all, "use_once", beside)
    monkeypatch.setattr(compile_all.os, "nice", lambda _: 0)

    assert compile_all.main() == 0
    assert calls == [1]
