"""Makers: a test spells out only what matters."""

from collections.abc import Mapping, Sequence
from typing import Any

from matcher.check import terms
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Bar, Line, Previous, Problem, ProblemTalent
from models.ids import LineId, PoolId, RequestId, TalentId
from models.months import Month, window

MONTHS = window(Month("2026-07"), 2)
JUL, AUG = MONTHS
#: Three municipalities of Nagano.
MATSUMOTO, UEDA, OKAYA = "202029", "202037", "202045"


def talent(
    name: str = "aya", *, free: int | Mapping[Month, int] = 40, **more: Any
) -> ProblemTalent:
    capacity = free if isinstance(free, Mapping) else dict.fromkeys(MONTHS, free)
    given: dict[str, Any] = {
        "talent_id": TalentId(name),
        "roles": ("pm", "engineer"),
        "contract_from": Month("2026-04"),
        "contract_until": Month("2027-03"),
        "capacity": capacity,
    }
    return ProblemTalent.model_validate(given | more)


def line(name: str = "R1/1", *, asks: int | Mapping[Month, int] = 20, **more: Any) -> Line:
    given: dict[str, Any] = {
        "line_id": LineId(name),
        "request_id": RequestId(name.partition("/")[0]),
        "municipalities": (MATSUMOTO,),
        "role": "pm",
        "hours": asks if isinstance(asks, Mapping) else dict.fromkeys(MONTHS, asks),
    }
    return Line.model_validate(given | more)


def problem(
    talents: Sequence[ProblemTalent] = (), lines: Sequence[Line] = (), **more: Any
) -> Problem:
    given: dict[str, Any] = {
        "pool_id": PoolId("20"),
        "months": MONTHS,
        "talents": tuple(talents),
        "lines": tuple(lines),
        "block": 4,
    }
    return Problem.model_validate(given | more)


def works(line_id: str, talent_id: str, *hours: int) -> Assignment:
    """Hours month by month from July on; zeros are left out."""
    return Assignment(
        line_id=LineId(line_id),
        talent_id=TalentId(talent_id),
        hours={m: h for m, h in zip(MONTHS, hours, strict=False) if h},
    )


def before(line_id: str, talent_id: str, *hours: int, seen: bool = True) -> Previous:
    return Previous(**works(line_id, talent_id, *hours).model_dump(), seen=seen)


def bar(line_id: str, talent_id: str, *months: Month) -> Bar:
    return Bar(line_id=LineId(line_id), talent_id=TalentId(talent_id), months=months)


def plan(of: Problem, *assignments: Assignment, **more: Any) -> Plan:
    """A plan that claims what its assignments earn."""
    earned = terms(of, assignments)
    given: dict[str, Any] = {
        "pool_id": of.pool_id,
        "version": of.version,
        "months": of.months,
        "status": Status.FEASIBLE,
        "method": "by hand",
        "assignments": assignments,
        "terms": earned,
        "score": earned.score,
    }
    return Plan(**(given | more))
