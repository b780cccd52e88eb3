"""training: where the pool requires it, placements begin with the training or a waiver."""

import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import training  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible, open_to_all


@pytest.mark.parametrize(
    ("required", "trained_from", "month", "allowed"),
    [
        (True, None, AUG, False),
        (True, AUG, JUL, False),
        (True, AUG, AUG, True),
        (True, "2026-01", JUL, True),
        (False, None, JUL, True),
        (False, AUG, JUL, True),
    ],
)
def test_who_is_not_trained_by_a_month_does_not_work_in_it(
    required: bool, trained_from: str | None, month: str, allowed: bool
) -> None:
    person = talent(trained_from=trained_from)
    mip = open_to_all(problem([person], [line()], training_required=required))

    training(mip)
    mip.fix("R1/1", "aya", {month: 20})  # type: ignore[dict-item]

    assert is_feasible(mip) is allowed


def test_only_who_is_not_trained_stays_away() -> None:
    two = [talent("aya"), talent("ben", trained_from=JUL)]
    mip = open_to_all(problem(two, [line(people=2)], training_required=True))

    training(mip)
    mip.fix("R1/1", "ben", {JUL: 20})

    assert is_feasible(mip)


def test_a_pinned_pair_is_exempt() -> None:
    of = problem([talent()], [line()], training_required=True, pins=[works("R1/1", "aya", 8)])
    mip = MipModel(of)

    training(mip)
    mip.fix("R1/1", "aya", {JUL: 8})

    assert is_feasible(mip)
