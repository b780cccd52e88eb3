"""A talent with its months and its matches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from application.views.hours import Hours
from application.views.talent_hours import TalentHours, talent_hours
from matcher.plan import Plan
from matcher.ports import LedgerRow
from models.entities import Person, Talent
from models.match import Match
from models.months import Month
from models.worked_hours import Worked


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchHours:
    """A live match, and the hours of it that are still to come."""

    match: Match
    ahead: Hours  #: without those that are recorded as worked


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentView:
    """What matching knows of a talent; who it is only where that was asked for."""

    talent: Talent
    hours: TalentHours
    matches: tuple[Match, ...]  #: all of them, those that have ended too
    live: tuple[MatchHours, ...]
    worked: tuple[Worked, ...]
    person: Person | None = None


def talent_view(
    talent: Talent,
    plan: Plan | None,
    matches: Sequence[Match],
    ledger: Sequence[LedgerRow],
    *,
    worked: Sequence[Worked] = (),
    person: Person | None = None,
) -> TalentView:
    """A talent with what is its own of the pool's plan, matches and worked hours."""
    own = tuple(match for match in matches if match.talent_id == talent.talent_id)
    past = tuple(each for each in worked if each.talent_id == talent.talent_id)
    return TalentView(
        talent=talent,
        hours=talent_hours(talent, plan, ledger, past),
        matches=own,
        live=tuple(still_ahead(match, past) for match in own if match.live),
        worked=past,
        person=person,
    )


def still_ahead(match: Match, worked: Sequence[Worked]) -> MatchHours:
    """A match without the hours that are recorded as worked."""
    over = {each.month for each in worked if each.match_id == match.match_id}
    ahead: Mapping[Month, int] = {
        month: hours for month, hours in match.hours.items() if month not in over
    }
    return MatchHours(match=match, ahead=ahead)
