"""Claims that are not true: points, bound, status, what is unmet, whose plan it is."""

from collections.abc import Callable
from random import Random
from typing import Any

from matcher.plan import Cause, Plan, Status, Terms, Unmet
from models.ids import PoolId
from models.months import plus
from tests.verify.good import Bad, Good, Spoil


def _claim(says: str, change: Callable[[Good, Random], dict[str, Any] | None]) -> Spoil:
    def spoil(of: Good, random: Random) -> Bad | None:
        changed = change(of, random)
        if changed is None:
            return None
        return Bad(of.problem, of.plan.model_copy(update=changed), says, of)

    return spoil


def _points(term: str) -> Spoil:
    """More, or less, than is earned; the sum fits."""

    def change(of: Good, random: Random) -> dict[str, Any]:
        wrong = random.choice((-1, 1)) * random.choice((1, 7, 1000))
        value = getattr(of.plan.terms, term) + wrong
        terms = of.plan.terms.model_copy(update={term: value})
        return {"terms": terms, "score": terms.score}

    return _claim(f"{term}: ", change)


def _stale(of: Good, random: Random) -> dict[str, Any] | None:
    """An assignment is gone, its points are still claimed."""
    if not of.free:
        return None
    gone = random.choice(of.free)
    kept = tuple(a for a in of.plan.assignments if a is not gone)
    return {"assignments": kept}


def _optimal(of: Good, random: Random) -> dict[str, Any]:
    bound = random.choice((None, of.plan.score + random.randint(1, 9)))
    return {"status": Status.OPTIMAL, "bound": bound}


def _gave_up(of: Good, random: Random) -> dict[str, Any]:
    """Says that there is no plan, though the pins alone are one."""
    nothing = {"assignments": (), "terms": Terms(), "score": 0, "bound": None}
    return nothing | {"status": Status.INFEASIBLE}


def _header(of: Good, random: Random) -> dict[str, Any]:
    months = of.plan.months
    return random.choice(
        (
            {"pool_id": PoolId("99")},
            {"version": of.plan.version + random.randint(1, 5)},
            {"months": months[:-1]},
            {"months": (plus(months[0], -1), *months)},
        )
    )


def _twice(of: Good, random: Random) -> dict[str, Any] | None:
    made = of.plan.assignments
    return {"assignments": (*made, random.choice(made))} if made else None


def _stranger(of: Good, random: Random) -> dict[str, Any] | None:
    if not of.plan.assignments:
        return None
    name = random.choice(("line_id", "talent_id"))
    wrong = {"line_id": "NOBODY/1", "talent_id": "nobody"}[name]
    return _first(of.plan, random, **{name: wrong})


def _no_hours(of: Good, random: Random) -> dict[str, Any] | None:
    if not of.plan.assignments:
        return None
    at = random.randrange(len(of.plan.assignments))
    a = of.plan.assignments[at]
    month = random.choice(sorted(a.hours))
    return _at(of.plan, at, hours=a.hours | {month: random.choice((0, -1, -16))})


def _outside(of: Good, random: Random) -> dict[str, Any] | None:
    if not of.plan.assignments:
        return None
    month = random.choice((plus(of.plan.months[0], -1), plus(of.plan.months[-1], 1)))
    return _first(of.plan, random, hours={month: 16})


def _unmet(of: Good, random: Random) -> dict[str, Any] | None:
    """Says of a line that it lacks other hours than it does."""
    line = random.choice(of.problem.lines)
    given = sum(a.total for a in of.plan.assignments if a.line_id == line.line_id)
    said = line.asked - given + random.choice((-1, 1, 4))
    if said < 0:
        return None
    told = Unmet(
        line_id=line.line_id,
        request_id=line.request_id,
        line=1,
        role=line.role,
        hours=said,
        by_month=line.hours,
        cause=Cause.NOT_WORTH,
    )
    return {"unmet": (told,)}


def _first(plan: Plan, random: Random, **change: Any) -> dict[str, Any]:
    return _at(plan, random.randrange(len(plan.assignments)), **change)


def _at(plan: Plan, at: int, **change: Any) -> dict[str, Any]:
    made = list(plan.assignments)
    made[at] = made[at].model_copy(update=change)
    return {"assignments": tuple(made)}


CLAIMS: dict[str, Spoil] = {
    **{f"claim.{term}": _points(term) for term in Terms.model_fields},
    "claim.score": _claim("score: ", lambda of, r: {"score": of.plan.score + r.randint(1, 50)}),
    "claim.stale": _claim("points claimed", _stale),
    "claim.bound": _claim("bound: ", lambda of, r: {"bound": of.plan.score - r.randint(1, 50)}),
    "claim.optimal": _claim("plan says optimal", _optimal),
    "claim.infeasible": _claim("plan says infeasible", _gave_up),
    "claim.unmet": _claim("quarters, said are", _unmet),
    "header": _claim("", _header),
    "pair.twice": _claim("stands twice", _twice),
    "pair.unknown": _claim("not in the problem", _stranger),
    "hours.none": _claim("quarters in", _no_hours),
    "hours.outside": _claim("is outside the months", _outside),
}
