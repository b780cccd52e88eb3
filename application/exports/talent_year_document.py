"""A talent's year as JSON: month by month, what they do where."""

from typing import Any

from application.views.talent_year import TalentYear, YearMonth, YearWork
from models.hours import hours_number


def talent_year_document(year: TalentYear) -> dict[str, Any]:
    """Months that are over as they were worked, then those to come."""
    return {
        "months": [
            {"fiscal_year": each.year, **_month(month)}
            for each in year.years
            for month in each.months
        ]
    }


def _month(month: YearMonth) -> dict[str, Any]:
    return {
        "month": month.month,
        "working_days": month.working.days,
        "holidays": [each.day.isoformat() for each in month.working.holidays],
        "available": None if month.available is None else hours_number(month.available),
        "used": hours_number(month.used),
        "work": [_work(each) for each in month.work],
    }


def _work(work: YearWork) -> dict[str, Any]:
    return {
        "match_id": work.match_id,
        "municipalities": list(work.places),
        "title": work.title,
        "role": work.role.value if work.role else None,
        "hours": hours_number(work.hours),
        "state": work.state.value,
        "worked": work.worked,
    }
