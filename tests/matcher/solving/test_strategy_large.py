"""How a large pool's seconds are shared out."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from matcher.solving.strategy_large import improve_large


class Listening:
    """Hears how many seconds each method is given."""

    def __init__(self) -> None:
        self.given: dict[str, float] = {}

    def begin(self, *, interior: bool) -> None:
        self.given["whole"] = float(interior)

    def improve(self, seconds: float, chains: int) -> None:
        self.given["search"] = seconds
        self.chains = chains

    def lower(self, seconds: float) -> None:
        self.given["bound"] = seconds

    def keep_pairs(self, _plan: Any, seconds: float) -> None:
        self.given["exact hours"] = seconds


def listening(pairs: int, left: float) -> Listening:
    """As if no method took any time, so each is asked with so many seconds left."""
    best, methods = SimpleNamespace(left=left, closed=False, assignments=()), Listening()
    heard = cast(Any, methods)
    improve_large(cast(Any, best), heard, heard, heard, pairs)
    return methods


def shared_out(pairs: int, left: float) -> dict[str, float]:
    return listening(pairs, left).given


def test_of_a_middling_pool_the_bound_gets_more_of_the_last_seconds_than_exact_hours() -> None:
    assert shared_out(2_000, 10.0) == pytest.approx(
        {"search": 8.0, "bound": 6.0, "exact hours": 10.0}
    )


def test_of_a_large_pool_no_model_is_built() -> None:
    assert shared_out(5_000, 10.0) == pytest.approx({"search": 9.5, "bound": 10.0})


def test_with_a_second_left_no_model_is_built() -> None:
    assert "exact hours" not in shared_out(2_000, 1.0)


def test_with_time_the_whole_model_takes_a_core_and_the_search_the_other() -> None:
    grown = listening(3_000, 60.0)

    assert (grown.given["whole"], grown.chains) == (1.0, 1)


@pytest.mark.parametrize(("pairs", "left"), [(3_000, 29.0), (3_001, 60.0)])
def test_where_its_relaxation_would_not_end_both_cores_search(pairs: int, left: float) -> None:
    quick = listening(pairs, left)

    assert ("whole" in quick.given, quick.chains) == (False, 2)
