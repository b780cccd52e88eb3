"""What calendar programs are told (RFC 5545): text escaped, lines folded, moments in UTC."""

from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from application.exports.calendar_file import calendar_file, fingerprint
from application.views.talent_year import YearWork
from models.codes import MunicipalityCode
from models.entities import Role
from models.ids import MatchId
from models.match import MatchState
from models.months import Month
from tests.make import SAKU
from wording import Words

NOW = datetime(2026, 12, 1, 8, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
WORDS = Words("ja")
WORK = YearWork(
    match_id=MatchId("M-1"),
    revision=3,
    month=Month("2027-01"),
    places=(MunicipalityCode(SAKU),),
    title="窓口; 業務, 改革\\n" + "とても長い事業の名前" * 9,
    role=Role.ENGINEER,
    hours=64,
    state=MatchState.PROPOSED,
)


def year(work: YearWork) -> Any:
    return SimpleNamespace(work=(work,))


def test_a_title_is_text_whatever_stands_in_it() -> None:
    made = calendar_file(year(WORK), WORDS, NOW)

    [event] = Calendar.from_ical(made).walk("VEVENT")
    assert WORK.title in str(event["summary"])
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")
    made.decode()  # no sign is torn where a line is folded
    assert b"\r\nDTSTAMP:20261130T233000Z\r\n" in made
    assert b"DTSTART;VALUE=DATE:20270101\r\n" in made
    assert b"DTEND;VALUE=DATE:20270201\r\n" in made


@pytest.mark.parametrize(
    "other",
    [
        {"revision": 4},
        {"worked": True},
        {"state": MatchState.CONFIRMED},
        {"hours": 60},
        {"title": "別の事業"},
        {"places": ()},
        {"month": "2027-02"},
    ],
)
def test_whatever_is_said_otherwise_is_sent_again(other: dict[str, Any]) -> None:
    before, after = year(WORK), year(replace(WORK, **other))

    assert fingerprint(before, WORDS) != fingerprint(after, WORDS)
    assert fingerprint(before, WORDS) == fingerprint(year(replace(WORK)), WORDS)
