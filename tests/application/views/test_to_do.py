"""What waits for a coordinator, the most urgent first."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from application.views.line_names import LineName
from application.views.to_do import (
    AnswerDue,
    AnswerOverdue,
    Declined,
    Renewal,
    ToDo,
    Unserved,
    to_dos,
)
from matcher.plan import Plan, Unmet
from models.codes import MunicipalityCode
from models.entities import Role, Talent
from models.ids import LineId, MatchId
from models.match import Decline, DeclineReason, Match, MatchState
from tests import make

CODE = MunicipalityCode("202011")
TODAY = date(2026, 6, 15)
NAMES = {LineId("R-1/1"): LineName(line_id=LineId("R-1/1"), municipalities=(CODE,))}


def unmet(line: int, asked: int, hours: int, month: str) -> Unmet:
    return Unmet.model_validate(
        {
            "line_id": f"R-1/{line}",
            "request_id": "R-1",
            "line": line,
            "role": Role.PM,
            "asked": asked,
            "hours": hours,
            "by_month": {month: hours},
            "cause": "no_role",
        }
    )


def plan(*missing: Unmet) -> Plan:
    given = {"pool_id": "20", "version": 1, "months": ("2026-07",), "status": "feasible"}
    points = {"served": 0, "coverage": 0, "stability": 0, "fit": 0, "producer": 0, "balance": 0}
    made = Plan.model_validate(
        {**given, "method": "greedy", "assignments": (), "terms": points, "score": 0}
    )
    return made.model_copy(update={"unmet": missing})


def found(
    *,
    matches: Sequence[Match] = (),
    declines: Sequence[tuple[MatchId, Decline]] = (),
    talents: Sequence[Talent] = (),
    plan: Plan | None = None,
    since: Mapping[str, datetime] | None = None,
) -> Sequence[ToDo]:
    return to_dos(plan, NAMES, matches, declines, talents, since=since or {}, today=TODAY)


def match(state: MatchState) -> Match:
    return make.match(match_id="M-1", state=state)


def at(day: int) -> datetime:
    return datetime(2026, 6, day, 9, tzinfo=UTC)


def test_what_the_talent_accepted_awaits_the_municipality() -> None:
    accepted = match(MatchState.ACCEPTED_BY_TALENT)

    (due,) = found(matches=[accepted], since={MatchId("M-1"): at(14)})

    assert isinstance(due, AnswerDue)
    assert (due.since, due.due) == (date(2026, 6, 14), date(2026, 6, 24))


def test_an_answer_is_overdue_after_ten_days_and_not_before() -> None:
    proposed = match(MatchState.PROPOSED)

    assert found(matches=[proposed], since={MatchId("M-1"): at(5)}) == ()
    assert [type(each) for each in found(matches=[proposed], since={MatchId("M-1"): at(4)})] == [
        AnswerOverdue
    ]


def test_a_decline_is_told_while_its_line_lacks_hours_and_then_instead_of_the_line() -> None:
    decline = Decline.model_validate(
        {
            "talent_id": "T-1",
            "line_id": "R-1/1",
            "municipalities": ("202011",),
            "reason": DeclineReason.THIS_LINE,
        }
    )
    declines, since = [(MatchId("M-1"), decline)], {"M-1": at(14)}

    told = found(declines=declines, plan=plan(unmet(1, 8, 8, "2026-07")), since=since)

    assert [type(each) for each in told] == [Declined]
    assert found(declines=declines, plan=plan(), since=since) == ()


def test_a_request_is_told_once_with_all_its_lines_that_nobody_serves() -> None:
    missing = (unmet(1, 8, 8, "2026-09"), unmet(2, 8, 8, "2026-07"), unmet(3, 8, 4, "2026-07"))

    (told,) = found(plan=plan(*missing))

    assert isinstance(told, Unserved)
    assert (told.unmet.line, told.lines, told.hours) == (2, 2, 16)
    assert told.due == date(2026, 7, 1)


def test_contracts_that_end_with_the_fiscal_year_are_renewals() -> None:
    ends = make.talent(contract_until="2027-03")
    goes_on = make.talent(contract_until="2028-03")

    (renewal,) = found(talents=[ends, goes_on])

    assert isinstance(renewal, Renewal)
    assert renewal.due == date(2027, 3, 31)
