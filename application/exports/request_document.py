"""A request as JSON."""

from typing import Any

from application.exports.match_document import (
    Steps,
    match_document,
    unmet_document,
    worked_documents,
)
from application.exports.plan_document import hours_document
from application.views.hours import total
from application.views.request import LineView, RequestView
from models.hours import hours_number
from wording.explain.documents import why_document
from wording.words import Words


def request_document(view: RequestView, words: Words, steps: Steps | None = None) -> dict[str, Any]:
    """A request, its matches, and what the plan says of its lines; `steps` as of a plan."""
    request = view.request
    return {
        # Numbers of removed lines are the request's own bookkeeping.
        **request.model_dump(mode="json", exclude={"retired"}),
        "places": [words.reader.places.name(code) for code in request.municipalities],
        "figures": [_figures(line) for line in view.lines],
        "matches": [match_document(match) for match in view.matches],
        "worked": worked_documents(view.worked),
        "unmet": [unmet_document(words, unmet, steps) for unmet in view.unmet],
        "why": [why_document(words, why) for why in view.whys],
    }


def _figures(line: LineView) -> dict[str, Any]:
    """What is asked of a line and served, month by month."""
    return {
        "line_id": line.line_id,
        "asked_hours": hours_number(total(line.asked)),
        "served_hours": hours_number(total(line.served)),
        "unmet_hours": hours_number(line.unmet.hours if line.unmet else 0),
        "asked": hours_document(line.asked),
        "served": hours_document(line.served),
        "unmet": hours_document(line.unmet.by_month if line.unmet else {}),
        "outside": hours_document(line.outside.hours if line.outside else {}),
    }
