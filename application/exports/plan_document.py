"""A plan as JSON: hours as decimals, ids and codes, and no names of people."""

from collections.abc import Iterable, Mapping
from typing import Any

from application.exports.match_document import Steps, unmet_document, worked_documents
from application.exports.talent_document import month_documents
from application.views.hours import Hours
from application.views.place_hours import PlaceHours
from application.views.plan import AssignmentView, PlanTotals, PlanView
from application.views.talent_hours import TalentHours
from matcher.figures.outside_horizon import Outside
from models.hours import hours_number
from wording import amounts
from wording.explain.documents import why_document
from wording.words import Words


def plan_document(view: PlanView, words: Words, steps: Steps | None = None) -> dict[str, Any]:
    """A plan with its totals; each assignment with its match, where there is one.

    `steps`: the commands of changes that would be enough, where a service stands behind them.
    """
    whole = view.plan.model_dump(mode="json", exclude={"assignments", "unmet", "why"})
    return {
        **whole,
        "name": amounts.pool(words.reader, view.plan.pool_id),
        "sample": view.sample,
        **totals_document(view.totals),
        "assignments": [_assignment(each) for each in view.assignments],
        "talents": [_talent(each) for each in view.talents],
        "municipalities": [_place(each, words) for each in view.places],
        "unmet": [unmet_document(words, row.unmet, steps) for row in view.unmet],
        "outside": outside_documents(view.outside),
        "worked": worked_documents(view.worked),
        "why": [why_document(words, why) for why in view.plan.why],
    }


def totals_document(totals: PlanTotals) -> dict[str, Any]:
    """A plan in a few numbers."""
    plan = totals.plan
    return {
        "version": plan.version,
        "status": plan.status.value,
        "score": plan.score,
        "bound": plan.bound,
        "gap": None if plan.gap is None else round(plan.gap, 6),
        "served_hours": hours_number(totals.served),
        "asked_hours": hours_number(totals.asked),
    }


def _assignment(row: AssignmentView) -> dict[str, Any]:
    match = row.match
    return {
        "line_id": row.name.line_id,
        "talent_id": row.talent_id,
        "hours": hours_document(row.hours),
        "total_hours": hours_number(row.total),
        "match_id": match.match_id if match else None,
        "state": match.state.value if match else None,
        "contradictions": list(match.contradictions) if match else [],
        "asked_again": bool(match and match.asked_again),
    }


def _talent(each: TalentHours) -> dict[str, Any]:
    return {
        "talent_id": each.talent_id,
        "requests": len(each.requests),
        "months": month_documents(each),
        "load": _rounded(each.load),
        "worked_hours": hours_number(each.worked),
    }


def _place(each: PlaceHours, words: Words) -> dict[str, Any]:
    return {
        "municipalities": list(each.municipalities),
        "places": [words.reader.places.name(code) for code in each.municipalities],
        "requests": each.requests,
        "months": hours_document(each.served_by_month),
        "asked_hours": hours_number(each.asked),
        "served_hours": hours_number(each.served),
        "unmet_hours": hours_number(each.unmet),
        "served_rate": _rounded(each.served_rate),
        "worked_hours": hours_number(each.worked),
    }


def outside_documents(found: Iterable[Outside]) -> list[dict[str, Any]]:
    """What the plan does not speak of, line by line, also of lines that are planned in part."""
    return [
        {
            "line_id": each.line_id,
            "request_id": each.request_id,
            "planned": each.planned,
            "over": hours_document(each.over),
            "late": hours_document(each.late),
            "beyond": hours_document(each.beyond),
        }
        for each in found
    ]


def hours_document(hours: Hours) -> Mapping[str, int | float]:
    """Hours as decimals, by month."""
    return {month: hours_number(amount) for month, amount in hours.items()}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 6)
