"""A talent's year: what is over as it was worked, what is ahead as it was proposed or agreed."""

from collections.abc import Sequence

from application.views.own_hours import OwnHours, own_hours
from application.views.talent_year import TalentYear, talent_year
from application.views.working_month import working_month
from models.codes import MunicipalityCode
from models.ids import LineId, MatchId, PoolId, TalentId
from models.match import Match, MatchState
from models.months import Month
from models.worked_hours import Worked
from tests import make

PAST = Month("2026-03")


def worked(talent_id: str = "T-1") -> Worked:
    return Worked(
        pool_id=PoolId("20"),
        match_id=MatchId("m-9"),
        month=PAST,
        line_id=LineId("R-9/1"),
        talent_id=TalentId(talent_id),
        hours=40,
        municipalities=(MunicipalityCode("202011"),),
    )


def year_of(*matches: Match, over: Sequence[Worked] = ()) -> tuple[OwnHours, TalentYear]:
    months = make.months_ahead(12)
    talent = make.talent()
    own = own_hours(talent, months, matches, None)
    return own, talent_year(own, matches, over, {PAST: working_month(PAST)})


def test_proposals_and_agreements_stand_in_their_months_and_drafts_do_not() -> None:
    months = make.months_ahead(12)
    mine = make.match(state=MatchState.PROPOSED, hours=make.hours(8, months[:2]))
    draft = make.match("R-2/1", state=MatchState.DRAFTED, hours=make.hours(8, months[:2]))
    other = make.match("R-3/1", "T-2", state=MatchState.CONFIRMED, hours=make.hours(8, months[:2]))

    own, year = year_of(mine, draft, other)

    assert {(w.match_id, w.month, w.hours) for w in year.work} == {
        (mine.match_id, month, 8) for month in months[:2]
    }
    shown = [month for each in year.years for month in each.months]
    assert [m.month for m in shown] == list(months)
    assert [m.used for m in shown] == [each.agreed + each.proposed for each in own.months]
    assert [m.available for m in shown] == [own.talent.free(each.month) for each in own.months]


def test_months_that_are_over_come_first_and_only_ones_own() -> None:
    _, year = year_of(over=(worked(), worked("T-2")))

    assert [(w.month, w.hours, w.worked) for w in year.work] == [(PAST, 40, True)]
    assert year.years[0].year == 2025
    assert year.years[0].columns == (("202011",),)
    assert year.years[0].months[0].available is None
