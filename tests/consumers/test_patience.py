"""A world that is not ready is waited for; every other error goes on at once."""

import pytest

from consumers.patience import patient
from models.errors import TryAgain


class Flaky:
    def __init__(self, failures: int, error: type[Exception] = TryAgain) -> None:
        self.failures, self.error, self.calls = failures, error, 0

    async def __call__(self, records) -> None:
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error("away")


async def test_the_same_records_are_handed_over_until_the_world_is_ready():
    flaky = Flaky(failures=3)

    await patient(flaky, waits=(0,))([])

    assert flaky.calls == 4


async def test_when_the_tries_are_used_up_the_error_goes_on():
    flaky = Flaky(failures=100)

    with pytest.raises(TryAgain):
        await patient(flaky, waits=(0,), tries=2)([])

    assert flaky.calls == 3


async def test_an_error_of_our_own_is_not_waited_for():
    flaky = Flaky(failures=1, error=ZeroDivisionError)

    with pytest.raises(ZeroDivisionError):
        await patient(flaky, waits=(0,))([])

    assert flaky.calls == 1
