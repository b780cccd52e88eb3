"""A world that is not ready is waited for; every other error goes on at once."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from consumers.retry import patient
from models.errors import TryAgain


class Flaky:
    def __init__(self, failures: int, error: type[Exception] = TryAgain) -> None:
        self.failures, self.error, self.calls = failures, error, 0

    async def __call__(self, records: Any) -> None:
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error("away")


async def test_the_same_records_are_handed_over_for_as_long_as_the_world_is_not_ready() -> None:
    flaky = Flaky(failures=300)

    await patient(flaky, waits=(0,))([])

    assert flaky.calls == 301


async def test_each_try_and_the_end_of_waiting_are_said() -> None:
    with capture_logs() as said:
        await patient(Flaky(failures=2), waits=(0,))([])

    assert [(line["event"], line.get("reason")) for line in said] == [
        ("retry.waiting", "away"),
        ("retry.waiting", "away"),
        ("retry.over", None),
    ]


async def test_what_works_at_once_says_nothing() -> None:
    with capture_logs() as said:
        await patient(Flaky(failures=0))([])

    assert said == []


async def test_an_error_of_our_own_is_not_waited_for() -> None:
    flaky = Flaky(failures=1, error=ZeroDivisionError)

    with pytest.raises(ZeroDivisionError):
        await patient(flaky, waits=(0,))([])

    assert flaky.calls == 1
