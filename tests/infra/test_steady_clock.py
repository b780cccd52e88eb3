"""A clock that jumps is not followed before the jump has lasted, forwards or backwards."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from infra.steady_clock import BELIEVED_AFTER, JUMP, SteadyClock

BEGIN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class World:
    """Time goes on; the wall clock may be wrong."""

    def __init__(self) -> None:
        self.passed, self.wrong = 0.0, timedelta()
        self.clock = SteadyClock(self.wall, monotonic=lambda: self.passed)

    def wall(self) -> datetime:
        return BEGIN + timedelta(seconds=self.passed) + self.wrong

    @property
    def right(self) -> datetime:
        return BEGIN + timedelta(seconds=self.passed)


@pytest.mark.parametrize("days", [-40, -1, 1, 400])
def test_a_wrong_date_for_a_few_minutes_is_said_and_changes_nothing(days: int) -> None:
    world = World()
    with structlog.testing.capture_logs() as logs:
        for world.passed in (0, 60, 120, 180, 240):
            world.wrong = timedelta(days=days) if 60 <= world.passed < 240 else timedelta()
            assert world.clock() == world.right

    assert [(entry["event"], entry["seconds"]) for entry in logs] == [
        ("clock.jumped", days * 86_400)
    ]


def test_a_date_that_stays_is_followed() -> None:
    world = World()
    world.wrong = timedelta(days=3)
    world.clock()
    world.passed = BELIEVED_AFTER

    assert world.clock() == world.wall()
    world.passed += 60
    assert world.clock() == world.wall()


def test_a_clock_that_is_put_right_by_little_is_followed_at_once() -> None:
    world = World()
    world.wrong = JUMP - timedelta(seconds=1)

    assert world.clock() == world.wall()


@given(st.lists(st.floats(0, 100_000), max_size=20))
def test_a_clock_that_goes_with_time_is_never_doubted(steps: Any) -> None:
    world = World()
    with structlog.testing.capture_logs() as logs:
        for step in steps:
            world.passed += step
            assert world.clock() == world.wall()

    assert logs == []
