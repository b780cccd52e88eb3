"""How a large pool's seconds are shared out."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from matcher.solving.strategy_large import improve_large


class Listening:
    """Hears how many seconds each method is given."""

    def __init__(self) -> None:
        self.given: dict[str, float] = {}

    def improve(self, seconds: float) -> None:
        self.given["search"] = seconds

    def lower(self, seconds: float) -> None:
        self.given["bound"] = seconds

    def keep_pairs(self, _plan: Any, seconds: float) -> None:
        self.given["exact hours"] = seconds


def shared_out(pairs: int, left: float) -> dict[str, float]:
    """As if no method took any time, so each is asked with so many seconds left."""
    best, methods = SimpleNamespace(left=left, closed=False, assignments=()), Listening()
    improve_large(cast(Any, best), cast(Any, methods), cast(Any, methods), pairs)
    return methods.given


def test_of_a_middling_pool_the_bound_gets_more_of_the_last_seconds_than_exact_hours() -> None:
    assert shared_out(2_000, 10.0) == pytest.approx(
        {"search": 8.0, "bound": 6.0, "exact hours": 10.0}
    )


def test_of_a_large_pool_no_model_is_built() -> None:
    assert shared_out(5_000, 10.0) == pytest.approx({"search": 9.5, "bound": 10.0})


def test_with_a_second_left_no_model_is_built() -> None:
    assert "exact hours" not in shared_out(2_000, 1.0)
