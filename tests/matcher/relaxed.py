"""A problem without one rule, or without one term: what each of them is there for."""

from collections.abc import Callable
from typing import Any

from matcher.problem import Problem
from models.entities import Form, Role
from models.months import Month

Relax = Callable[[Problem], Problem]


def of_lines(**change: Any) -> Relax:
    """Every line changed in the same way."""

    def relax(of: Problem) -> Problem:
        return of.model_copy(
            update={"lines": tuple(line.model_copy(update=change) for line in of.lines)}
        )

    return relax


def of_talents(**change: Any) -> Relax:
    """Every talent changed in the same way."""

    def relax(of: Problem) -> Problem:
        return of.model_copy(
            update={"talents": tuple(t.model_copy(update=change) for t in of.talents)}
        )

    return relax


def of_problem(**change: Any) -> Relax:
    return lambda of: of.model_copy(update=change)


def of_weights(**change: int) -> Relax:
    return lambda of: of.model_copy(update={"weights": of.weights.model_copy(update=change)})


def _anybody(of: Problem) -> Problem:
    of = of_talents(roles=tuple(Role), excluded=())(of)
    return of_lines(skills={})(of).model_copy(update={"bars": ()})


def _employed(of: Problem) -> Problem:
    """Contracts that cover every month; fiscal-year appointments are renewed in time."""
    ever = {"contract_from": Month("2020-04"), "contract_until": Month("2099-03")}
    lasting = Form.SECONDMENT  # fits continuous work a point better: not enough to start a line
    changed = tuple(
        t.model_copy(update=ever | ({"form": lasting} if t.form is Form.FISCAL_YEAR else {}))
        for t in of.talents
    )
    return of.model_copy(update={"talents": changed, "natures": {}})


def _twice_the_hours(of: Problem) -> Problem:
    """Capacity; load balance would notice too, and costs nothing."""
    talents = tuple(
        t.model_copy(update={"capacity": {m: 2 * h for m, h in t.capacity.items()}})
        for t in of.talents
    )
    return of_weights(balance=0)(of).model_copy(update={"talents": talents})


def _no_way(of: Problem) -> Problem:
    near = tuple(pair.model_copy(update={"overhead": {}}) for pair in of.pairs)
    return of.model_copy(update={"pairs": near})


def _no_points_of_pairs(of: Problem) -> Problem:
    pairs = tuple(pair.model_copy(update={"points": 0}) for pair in of.pairs)
    return of_weights(fit=0, setup=0)(of).model_copy(update={"pairs": pairs})


#: For each hard rule but demand: the problem in which it asks for nothing.
WITHOUT_RULE: dict[str, Relax] = {
    "eligible": _anybody,
    "nature": of_problem(natures={}),
    "contract": _employed,
    "training": of_problem(training_required=False),
    "conflict": of_lines(vendors=()),
    "capacity": _twice_the_hours,
    "travel": _no_way,
    "minimum_fraction": of_lines(minimum_percent=0),
    "people_per_line": of_lines(people=3),
    "minimum_block": of_problem(block=0),
    "concurrency": of_talents(municipalities_at_once=9),
    "exclusive": of_lines(exclusive=False),
    "role_chain": of_lines(needs_pm=False),
    "pinned": of_problem(pins=()),
}
#: For each term: the problem in which it is worth nothing.
WITHOUT_TERM: dict[str, Relax] = {
    "served": of_lines(value=0),
    "coverage": of_weights(coverage=0),
    "stability": of_problem(previous=()),
    "fit": _no_points_of_pairs,
    "producer": of_weights(producer=0),
    "balance": of_weights(balance=0),
}
