"""The rules make one model, whichever comes first: no rule stands in rows that another left."""

from random import Random

import pytest
from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import MipModel
from matcher.objective import TERMS
from matcher.problem import Problem
from matcher.rules import RULES
from matcher.solving.mip_solver import optimise
from tests.matcher.make_problem import JUL, line, problem, talent
from tests.matcher.some_problems import some_problem

ORDERS = 12


def model_of(of: Problem, rules: list) -> MipModel:  # type: ignore[type-arg]
    mip = MipModel(of)
    for rule in rules:
        rule(mip)
    mip.model.maximize(mathopt.fast_sum(term(mip) for term in TERMS))
    return mip


def rows_of(mip: MipModel) -> list[tuple]:  # type: ignore[type-arg]
    """Every row of the model by names alone, sorted."""
    return sorted(
        (
            row.name,
            round(row.lower_bound, 6),
            round(row.upper_bound, 6),
            tuple(sorted((t.variable.name, t.coefficient) for t in row.terms() if t.coefficient)),
        )
        for row in mip.model.linear_constraints()
    )


def shuffled(seed: int) -> list:  # type: ignore[type-arg]
    rules = list(RULES)
    Random(seed).shuffle(rules)
    return rules


def exclusive_and_away() -> Problem:
    """An exclusive line with the way there: both stand in the row of capacity."""
    return problem(
        [talent(free=40)],
        [line("R1/1", exclusive=True, value=200), line("R2/1")],
        pairs=[{"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 15}}],
    )


@pytest.mark.parametrize("seed", range(6))
def test_every_order_of_the_rules_makes_the_same_rows(seed: int) -> None:
    for of in (some_problem(seed), exclusive_and_away()):
        rows = rows_of(model_of(of, list(RULES)))

        for order in range(ORDERS):
            assert rows_of(model_of(of, shuffled(order))) == rows, [
                r.__name__ for r in shuffled(order)
            ]


def test_every_order_of_the_rules_is_worth_the_same() -> None:
    of = some_problem(3)
    best = optimise(model_of(of, list(RULES)), 10).bound

    assert {optimise(model_of(of, shuffled(order)), 10).bound for order in range(ORDERS)} == {best}
