"""Matches, declines and worked hours as table rows."""

import json
from typing import Any

from pydantic import TypeAdapter

from models.hours import Quarters
from models.ids import RequestId
from models.match import LIVE, Decline, Match, MatchState
from models.months import MonthField
from models.terms import Terms
from models.worked_hours import Worked

_HOURS = TypeAdapter(dict[MonthField, Quarters])

LIVE_STATES = tuple(state.value for state in LIVE)


def request_of(match: Match) -> RequestId:
    """The request whose line the match serves."""
    return RequestId(match.line_id.rpartition("/")[0])


def match_row(match: Match) -> dict[str, Any]:
    """The columns of a match."""
    return {
        "match_id": match.match_id,
        "pool_id": match.pool_id,
        "request_id": request_of(match),
        "line_id": match.line_id,
        "talent_id": match.talent_id,
        "revision": match.revision,
        "state": match.state.value,
        "fixed_by_hand": match.fixed_by_hand,
        "reason": match.reason,
        "hours": _HOURS.dump_json(match.hours).decode(),
        "ended_hours": _HOURS.dump_json(match.ended_hours).decode(),
        "terms": match.terms.model_dump_json() if match.terms else None,
        "agreed_terms": match.agreed_terms.model_dump_json() if match.agreed_terms else None,
        "accepted_by": json.dumps(match.accepted_by),
        "contradictions": json.dumps(match.contradictions),
    }


def match_in(row: Any) -> Match:
    """The match in a row."""
    return Match(
        match_id=row.match_id,
        pool_id=row.pool_id,
        line_id=row.line_id,
        talent_id=row.talent_id,
        revision=row.revision,
        state=MatchState(row.state),
        fixed_by_hand=row.fixed_by_hand,
        reason=row.reason,
        hours=_HOURS.validate_json(row.hours),
        ended_hours=_HOURS.validate_json(row.ended_hours),
        terms=_terms_in(row.terms),
        agreed_terms=_terms_in(row.agreed_terms),
        accepted_by=json.loads(row.accepted_by),
        contradictions=json.loads(row.contradictions),
    )


def _terms_in(content: str | None) -> Terms | None:
    return Terms.read_kept(content) if content else None


def decline_row(match: Match, decline: Decline) -> dict[str, Any]:
    """The columns of a decline, under the match that was declined."""
    return {
        "match_id": match.match_id,
        "pool_id": match.pool_id,
        "content": decline.model_dump_json(),
    }


def decline_in(row: Any) -> Decline:
    """The decline in a row."""
    return Decline.read_kept(row.content)


def worked_row(worked: Worked) -> dict[str, Any]:
    """The columns of a month of worked hours."""
    return {
        "match_id": worked.match_id,
        "month": worked.month,
        "pool_id": worked.pool_id,
        "request_id": worked.line_id.rpartition("/")[0],
        "line_id": worked.line_id,
        "talent_id": worked.talent_id,
        "hours": worked.hours,
        "municipalities": json.dumps(worked.municipalities),
    }


def worked_in(row: Any) -> Worked:
    """The month of worked hours in a row."""
    return Worked(
        match_id=row.match_id,
        month=row.month,
        pool_id=row.pool_id,
        line_id=row.line_id,
        talent_id=row.talent_id,
        hours=row.hours,
        municipalities=json.loads(row.municipalities),
    )
