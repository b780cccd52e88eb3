"""A limit in seconds of work is longer by the clock where others work too."""

from matcher.runtime.pace import Pace


def test_a_free_machine_works_by_the_clock() -> None:
    pace = Pace()
    pace.learn(1.0, 1.0)

    assert pace.by_the_clock(0.5) == 0.5


def test_a_busy_machine_gets_the_time_that_the_work_takes_there() -> None:
    pace = Pace()
    for _ in range(20):
        pace.learn(clock=3.0, work=1.0)

    assert 1.4 < pace.by_the_clock(0.5) <= 1.5


def test_no_measure_makes_a_limit_shorter_than_its_work_or_endless() -> None:
    pace = Pace()
    pace.learn(clock=0.5, work=1.0)
    assert pace.by_the_clock(1.0) == 1.0
    pace.learn(clock=5.0, work=0.0)
    assert pace.by_the_clock(1.0) == 1.0

    for _ in range(50):
        pace.learn(clock=1e6, work=1.0)
    assert pace.by_the_clock(1.0) <= 20.0
