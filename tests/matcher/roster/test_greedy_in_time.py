"""The first plan ends when its time is over, and is a plan then too."""

from itertools import count

import pytest

import matcher.roster.greedy
from matcher.check import terms
from matcher.roster.greedy import greedy
from matcher.solving.incumbent import Incumbent
from tests.matcher.pools import pool


def test_without_time_it_is_what_stands_already() -> None:
    of = pool(3)
    whole = greedy(of)

    assert {a.pair for a in greedy(of, (), 0.0)} == {pin.pair for pin in of.pins if pin.total}
    assert terms(of, greedy(of, whole, 0.0)).score >= terms(of, whole).score


@pytest.mark.parametrize("ticks", [1, 5, 20, 60])
def test_whenever_it_is_stopped_the_plan_is_valid(
    ticks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock goes on by one second whenever it is looked at: before each line."""
    of = pool(3)
    clock = count()
    monkeypatch.setattr(matcher.roster.greedy, "monotonic", lambda: float(next(clock)))

    made = greedy(of, (), float(ticks))

    assert Incumbent(of, 60.0).offer(made, "test")
    assert len({a.line_id for a in made}) <= ticks + len(of.pins)


def test_more_time_is_worth_more(monkeypatch: pytest.MonkeyPatch) -> None:
    of = pool(3)

    def points(ticks: float) -> int:
        clock = count()
        monkeypatch.setattr(matcher.roster.greedy, "monotonic", lambda: float(next(clock)))
        return terms(of, greedy(of, (), ticks)).score

    found = [points(ticks) for ticks in (1.0, 20.0, 60.0, 1e9)]
    assert found == sorted(found)
    assert found[0] < found[1] < found[-1]
