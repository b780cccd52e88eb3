"""The whole model beside other methods: it gives a plan, a bound, and a second opinion."""

from random import Random

import pytest

from matcher.mip.mip_candidates import candidates
from matcher.mip.mip_model import MipModel
from matcher.problem import Problem
from matcher.solving import full_mip as module
from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods
from matcher.solving.mip_solver import MipResult
from tests.matcher.make_problem import line, problem, talent, works
from tests.matcher.pools import pool

DAY = pool(5, requests=12)


def begun(of: Problem, seconds: float) -> tuple[Incumbent, FullMip]:
    best = Incumbent(of, seconds)
    best.offer((), "nothing")
    return best, FullMip(best, Neighbourhoods(best, candidates(of), Random(1)))


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
