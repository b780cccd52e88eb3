"""Until the search is compiled, greedy insertion and HiGHS plan: validly, better than greedy."""

from pathlib import Path

import pytest

from matcher.arrays import compile_cache
from matcher.check import faults, terms
from matcher.plan import Status
from matcher.roster.greedy import greedy
from matcher.solving.solve import Effort, solve
from tests.matcher.make_problem import line, problem, talent
from tests.matcher.pools import pool


@pytest.fixture(autouse=True)
def nothing_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compile_cache, "folder", lambda: tmp_path)


def test_a_pool_of_today_has_a_valid_plan_better_than_greedy_and_a_bound() -> None:
    of = pool(3, requests=150, talents=16)  # too many pairs for the full model to be asked

    made = solve(of, Effort(seconds=5))

    assert faults(of, made) == []
    assert terms(of, greedy(of)).score < made.score <= (made.bound or 0)


def test_a_small_pool_is_proved_all_the_same() -> None:
    of = problem([talent("aya"), talent("ben")], [line("R1/1"), line("R2/1")])

    assert solve(of, Effort(seconds=10)).status is Status.OPTIMAL
