"""No garbage is collected while somebody waits, and it is afterwards."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.repair_plan import repair_plan
from matcher.repair.restricted_problem import part_around
from matcher.roster.greedy import greedy
from matcher.runtime.gc_pause import gc_paused
from tests.matcher.make_problem import line, problem, talent


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    was = gc.get_threshold()
    yield
    gc.set_threshold(*was)
    gc.enable()


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collections, which Python would now begin at nearly every object made."""
    begun: list[str] = []

    def hear(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            begun.append(phase)

    gc.callbacks.append(hear)
    gc.set_threshold(1)
    try:
        yield begun
    finally:
        gc.callbacks.remove(hear)


def test_none_is_collected_inside_and_some_outside() -> None:
    with counted() as begun:
        with gc_paused():
            begun.clear()
            kept = [[at] for at in range(1000)]
            assert not begun
        kept += [[at] for at in range(1000)]
        assert begun


def test_it_collects_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="spilled"), gc_paused():
        raise ValueError("spilled")

    assert gc.isenabled()


def test_one_within_another_does_not_end_it() -> None:
    with gc_paused():
        with gc_paused():
            pass
        assert not gc.isenabled()


def test_who_collects_by_hand_is_left_alone() -> None:
    gc.disable()
    with gc_paused():
        pass

    assert not gc.isenabled()


def test_an_answer_to_a_change_collects_nothing() -> None:
    before = problem([talent()], [line("R1/1")])
    after = problem([talent()], [line("R1/1"), line("R2/1")])
    plan = greedy(before)
    found = ProblemDiff(before, after)

    with counted() as begun:
        begun.clear()
        followed = repair_plan(found, plan, plan)
        assert followed is not None
        part_around(after, followed.plan, followed.touched)
        inside = len(begun)
        objects = [[at] for at in range(1000)]

    # A few may begin between the calls; inside there are thousands of objects.
    assert inside < 10 < len(begun) < len(objects)
