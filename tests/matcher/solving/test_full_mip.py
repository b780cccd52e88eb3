"""The whole model beside other methods: it gives a plan, a bound, and a second opinion."""

from collections.abc import Sequence
from random import Random
from threading import Event

import pytest

from matcher.mip.mip_candidates import candidates
from matcher.mip.mip_model import MipModel
from matcher.problem import Assignment, Problem
from matcher.solving import full_mip as module
from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods
from matcher.solving.mip_solver import MipResult, assemble, optimise
from tests.matcher.make_problem import line, plan, problem, talent, works
from tests.matcher.pools import pool

DAY = pool(5, requests=12)


def begun(of: Problem, seconds: float) -> tuple[Incumbent, FullMip]:
    best = Incumbent(of, seconds)
    return best, beside(best)


def beside(best: Incumbent) -> FullMip:
    best.offer((), "nothing")
    return FullMip(best, Neighbourhoods(best, candidates(best.problem), Random(1)))


def test_it_solves_beside_others_and_the_second_solver_agrees() -> None:
    best, whole = begun(DAY, 30)

    whole.begin()
    whole.wait()
    assert (best.closed, best.agreed) == (True, False)

    whole.agree()
    assert best.agreed


def test_without_time_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "optimise", lambda *_, **__: pytest.fail("asked"))
    best, whole = begun(DAY, 0.1)

    whole.begin()
    whole.wait()
    whole.agree()

    assert best.bound is None


def test_what_breaks_in_the_thread_is_not_kept_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> MipResult:
        raise RuntimeError("solver")

    monkeypatch.setattr(module, "optimise", breaks)
    _, whole = begun(DAY, 5)

    whole.begin()

    with pytest.raises(RuntimeError, match="solver"):
        whole.wait()


def test_the_pairs_of_a_plan_that_breaks_a_rule_are_kept_with_other_hours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    of = problem([talent(free=30)], [line(minimum_percent=100)])
    short = (works("R1/1", "aya", 20, 19),)  # of 40 hours that must be all or none

    monkeypatch.setattr(module, "optimise", lambda *_, **__: MipResult(short, None, proved=False))
    best, whole = begun(of, 5)
    whole.run()

    assert best.assignments == (works("R1/1", "aya", 20, 20),)


def test_a_solver_that_lies_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def lies(_: MipModel, __: float, start: object, **___: object) -> MipResult:
        return MipResult(assignments=(), bound=-1, proved=True)

    monkeypatch.setattr(module, "optimise", lies)
    best, whole = begun(DAY, 5)
    whole.begin()
    whole.wait()

    assert (best.score, best.bound, best.agreed) == (0, None, False)


ONE = problem([talent(free=30)], [line()])
ALL = (works("R1/1", "aya", 20, 20),)


def answers(*_: object, **__: object) -> MipResult:
    """The best plan of `ONE`, with its proof."""
    return MipResult(ALL, plan(ONE, *ALL).score, proved=True)


def test_whoever_stops_between_plan_and_bound_has_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "optimise", answers)
    read = Event()

    class Interrupted(Incumbent):
        """Its thread loses the core as soon as the bound is known, until all is over."""

        def limit(self, bound: int | None, by: str = "prices") -> None:
            super().limit(bound, by)
            read.wait(60)

    best = Interrupted(ONE, 0.4)
    whole = beside(best)
    whole.begin()
    whole.wait()
    found = best.plan()
    read.set()

    assert (found.assignments, found.bound) == (ALL, found.score)


def test_what_is_answered_in_time_is_taken_though_checking_it_takes_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "optimise", answers)
    waited = Event()

    class Slow(Incumbent):
        """On a busy machine: the check of the solver's plan ends after the deadline."""

        def offer(self, assignments: Sequence[Assignment], method: str) -> bool:
            if method == "highs":
                waited.wait(self.left + module._LATE + 0.1)
            return super().offer(assignments, method)

    best = Slow(ONE, 0.4)
    whole = beside(best)
    whole.begin()
    whole.wait()

    assert (best.assignments, best.closed) == (ALL, True)


def test_a_plan_whose_hours_were_rounded_has_time_to_be_mended_though_none_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    best = Incumbent(problem([talent(free=30)], [line(minimum_percent=100)]), 0.5)
    whole = beside(best)
    granted: list[float] = []

    def late(*_: object, **__: object) -> MipResult:
        Event().wait(best.left)
        return MipResult((works("R1/1", "aya", 20, 19),), None, proved=False)

    monkeypatch.setattr(module, "optimise", late)
    monkeypatch.setattr(
        Neighbourhoods, "keep_pairs", lambda _self, _made, seconds: granted.append(seconds)
    )
    whole.begin()
    whole.wait()

    assert granted == [module._MENDING]


def test_an_interior_point_finds_the_same_plan_and_bound() -> None:
    mip = assemble(DAY)

    usual, interior = (optimise(mip, 30, dive=False, interior=way) for way in (False, True))

    assert (usual.bound, usual.proved) == (interior.bound, interior.proved)
    assert interior.proved
