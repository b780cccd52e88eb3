"""A talent's year as an iCalendar file (RFC 5545): an event for each assignment and month."""

import hashlib
from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from application.views.talent_year import TalentYear, YearWork
from models.match import MatchState
from models.months import Month, plus
from wording import Words

#: Proposals may still move; what both sides have agreed does not.
_AGREED = frozenset({MatchState.CONFIRMED})
_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def calendar_file(year: TalentYear, words: Words, now: datetime) -> bytes:
    """Whole months, with place, role and hours; the same event keeps its id as its hours change."""
    made = Calendar()
    made.add("prodid", "-//talentpool//year//JA")
    made.add("version", "2.0")
    made.add("x-wr-calname", words("web_calendar_name"))
    for work in year.work:
        made.add_component(_event(work, words, now))
    return bytes(made.to_ical())


def fingerprint(year: TalentYear, words: Words) -> str:
    """Another one whenever the file says something else; the moment it was made does not count."""
    return hashlib.sha256(calendar_file(year, words, _NO_MOMENT)).hexdigest()[:32]


def _event(work: YearWork, words: Words, now: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(work))
    event.add("dtstamp", now)
    event.add("dtstart", _first(work.month))
    event.add("dtend", _first(plus(work.month, 1)))
    event.add("summary", _summary(work, words))
    event.add("location", words.shown("place", work.places))
    event.add("description", words.shown("state", work.state.value))
    event.add("status", "CONFIRMED" if work.worked or work.state in _AGREED else "TENTATIVE")
    event.add("sequence", work.revision)
    event.add("transp", "TRANSPARENT")
    return event


def _uid(work: YearWork) -> str:
    return f"{uuid5(NAMESPACE_URL, f'talentpool/{work.match_id}/{work.month}')}@talentpool"


def _summary(work: YearWork, words: Words) -> str:
    return words(
        "web_calendar_summary",
        places=work.places,
        title=work.title,
        role=work.role.value if work.role else None,
        hours=work.hours,
    )


def _first(month: Month) -> date:
    return date.fromisoformat(f"{month}-01")
