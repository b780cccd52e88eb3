"""A first run must not wait for the compiler, and the next one must find what was compiled."""

import sys
from pathlib import Path

import pytest

from matcher.arrays import compile_cache
from matcher.mip.mip_candidates import candidates
from matcher.solving.compiled_methods import compiled
from matcher.solving.incumbent import Incumbent
from tests.matcher.pools import pool


@pytest.fixture
def nothing_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compile_cache, "folder", lambda: tmp_path)
    return tmp_path


def test_without_compiled_code_it_declines_at_once(nothing_compiled: Path) -> None:
    of = pool(1)
    best = Incumbent(of, 60.0)

    assert compiled(best, candidates(of), 1) is None
    assert best.left > 55


def test_without_numba_it_declines_and_compiles_nothing(
    nothing_compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_cache.declare_ready()
    monkeypatch.setitem(sys.modules, "numba", None)

    assert not compile_cache.ready()
    compile_cache.compile_in_background()
    assert [path.name for path in nothing_compiled.iterdir()] == [
        f"ready-{compile_cache._origin()}"
    ]


def test_code_is_ready_once_that_is_declared(nothing_compiled: Path) -> None:
    assert not compile_cache.ready()

    compile_cache.declare_ready()

    assert compile_cache.ready()


def test_the_folder_is_the_one_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", "/somewhere/else")
    compile_cache.folder.cache_clear()

    assert compile_cache.folder() == Path("/somewhere/else")

    compile_cache.folder.cache_clear()


def test_a_change_of_what_is_not_compiled_leaves_the_rest_at_hand() -> None:
    seen = {part.split()[0] for part in compile_cache._parts() if b".py " in part[:40]}

    assert {b"moves.py", b"state.py", b"numba_compiler.py", b"month_cover.py"} <= seen
    assert not {b"compile_cache.py", b"encode.py", b"chains.py", b"knapsack_bound.py"} & seen
