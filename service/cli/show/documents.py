"""What `--json` prints: stable documents with hours as decimals and no names of people."""

from collections.abc import Iterable, Sequence
from typing import Any

from matcher.figures.outside_horizon import not_planned, outside
from matcher.plan import Plan, Unmet
from matcher.ports import LedgerRow
from models.entities import Request, Talent
from models.hours import hours_number
from models.match import Match
from models.months import Month
from models.plan_failure import PlanFailure
from models.worked_hours import Worked
from producers.ports import Places
from service.cli.frame.amounts import pool_name
from service.cli.remedies import Steps
from service.cli.show.outside_plan import outside_documents
from service.cli.show.worked_hours import worked_documents
from wording import Lang, Words
from wording.explain.documents import unmet_document, why_document


def plan_document(
    plan: Plan,
    requests: Sequence[Request],
    places: Places,
    *,
    matches: Iterable[Match] = (),
    month: Month | None = None,
    steps: Steps | None = None,
    lang: Lang = "ja",
) -> dict[str, Any]:
    """A plan with its totals; each assignment with its match, where there is one.

    `steps`: the commands of changes that would be enough, where a service stands behind them.
    """
    known = {(m.line_id, m.talent_id): m for m in matches if m.live}
    whole = plan.model_dump(mode="json", exclude={"unmet", "why"})
    assignments = []
    for each, document in zip(plan.assignments, whole.pop("assignments"), strict=True):
        if month:
            document["hours"] = {m: h for m, h in document["hours"].items() if m == month}
        if document["hours"]:
            match = known.get(each.pair)
            document["match_id"] = match.match_id if match else None
            document["state"] = match.state.value if match else None
            document["contradictions"] = list(match.contradictions) if match else []
            document["asked_again"] = bool(match and match.asked_again)
            assignments.append(document)
    words = Words(lang, places)
    return {
        **whole,
        "name": pool_name(plan.pool_id, places),
        "gap": None if plan.gap is None else round(plan.gap, 6),
        "served_hours": hours_number(plan.served),
        "asked_hours": hours_number(plan.served + sum(u.hours for u in plan.unmet)),
        "sample": any(request.sample for request in requests),
        "assignments": assignments,
        "unmet": [_unmet_document(words, each, steps) for each in plan.unmet],
        "outside": outside_documents(outside(requests, plan)),
        "why": [why_document(words, each) for each in plan.why],
    }


def request_document(
    request: Request,
    places: Places,
    plan: Plan | None,
    matches: Sequence[Match],
    worked: Sequence[Worked] = (),
    steps: Steps | None = None,
    lang: Lang = "ja",
) -> dict[str, Any]:
    """A request, its matches, and what the plan says of its lines; `steps` as of a plan."""
    own, words = f"{request.request_id}/", Words(lang, places)
    return {
        # Numbers of removed lines are the request's own bookkeeping.
        **request.model_dump(mode="json", exclude={"retired"}),
        "places": [places.name(code) for code in request.municipalities],
        "matches": [match_document(m) for m in matches if m.line_id.startswith(own)],
        "worked": worked_documents(w for w in worked if w.line_id.startswith(own)),
        "unmet": [
            _unmet_document(words, u, steps)
            for u in (plan.unmet if plan else ())
            if u.request_id == request.request_id
        ],
        "why": [
            why_document(words, w) for w in (plan.why if plan else ()) if w.line_id.startswith(own)
        ],
    }


def _unmet_document(words: Words, unmet: Unmet, steps: Steps | None) -> dict[str, Any]:
    """Unmet hours; each change that would be enough with its `commands`, in order."""
    document = unmet_document(words, unmet)
    if steps is not None:
        for change, told in zip(unmet.enough, document["enough"], strict=True):
            told["commands"] = list(steps(unmet, change))
    return document


def talent_document(
    talent: Talent,
    matches: Sequence[Match],
    ledger: Sequence[LedgerRow],
    worked: Sequence[Worked] = (),
) -> dict[str, Any]:
    """A talent, its hours by month and its matches; who it is stays in the people table."""
    return {
        **talent.model_dump(mode="json"),
        "months": [
            {
                "month": row.month,
                "used": hours_number(row.used),
                "free": hours_number(row.capacity - row.used),
            }
            for row in ledger
            if row.talent_id == talent.talent_id
        ],
        "matches": [match_document(m) for m in matches if m.talent_id == talent.talent_id],
        "worked": worked_documents(w for w in worked if w.talent_id == talent.talent_id),
    }


def pool_document(
    pool_id: str,
    requests: Sequence[Request],
    talents: Sequence[Talent],
    plan: Plan | None,
    places: Places,
    failure: PlanFailure | None = None,
) -> dict[str, Any]:
    """A pool in one line: counts, and the totals of its plan where there is one.

    `failure`: why it cannot be planned as it is now.
    """
    names = ("version", "status", "score", "bound", "gap", "served_hours", "asked_hours")
    document = plan_document(plan, requests, places) if plan else {}
    return {
        "pool_id": pool_id,
        "name": pool_name(pool_id, places),
        "sample": any(request.sample for request in requests),
        "requests": len(requests),
        "talents": len(talents),
        "plan": {name: document[name] for name in names} if plan else None,
        "unmet_lines": len(plan.unmet) if plan else None,
        "failure": failure.model_dump(mode="json") if failure else None,
        "requests_outside": len(not_planned(outside(requests, plan))) if plan else None,
    }


def match_document(match: Match) -> dict[str, Any]:
    """A match as it stands now."""
    return {
        **match.model_dump(mode="json"),
        "pinned": match.pinned,
        "asked_again": match.asked_again,
        "accepted_places": list(match.accepted_places),
        "total_hours": hours_number(sum(match.hours.values())),
    }
