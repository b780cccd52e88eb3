"""A talent as JSON; who it is stays in the people table unless it was asked for."""

from typing import Any

from application.exports.match_document import match_document, worked_documents
from application.views.talent import TalentView
from application.views.talent_hours import TalentHours
from models.hours import hours_number


def talent_document(view: TalentView, *, with_person: bool = False) -> dict[str, Any]:
    """A talent, its hours by month and its matches."""
    document = {
        **view.talent.model_dump(mode="json"),
        "months": month_documents(view.hours),
        "matches": [match_document(match) for match in view.matches],
        "worked": worked_documents(view.worked),
    }
    if with_person:
        document["person"] = view.person.model_dump(mode="json") if view.person else None
    return document


def month_documents(hours: TalentHours) -> list[dict[str, Any]]:
    """Each month with its figures."""
    return [
        {
            "month": month,
            "available": hours_number(of.available),
            "assigned": hours_number(of.assigned),
            "travel": hours_number(of.travel),
            "used": hours_number(of.used),
            "free": hours_number(of.free),
        }
        for month, of in hours.months.items()
    ]
