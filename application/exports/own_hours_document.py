"""The hours that a talent states, as JSON."""

from typing import Any

from application.views.own_hours import OwnHours
from models.hours import hours_number


def own_hours_document(own: OwnHours) -> dict[str, Any]:
    """Month by month, beside what is agreed and what is proposed."""
    return {
        "months": [
            {
                "month": each.month,
                "stated": hours_number(each.stated),
                "fixed": hours_number(each.fixed),
                "agreed": hours_number(each.agreed),
                "proposed": hours_number(each.proposed),
                "under_contract": each.under_contract,
            }
            for each in own.months
        ]
    }
