"""A talent's year: what they do where in each month, beside what they have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from application.views.own_hours import OwnHours
from application.views.working_month import WorkingMonth
from models.codes import MunicipalityCode
from models.entities import Role
from models.ids import MatchId
from models.match import Match, MatchState
from models.months import Month, fiscal_year
from models.worked_hours import Worked

Places = tuple[MunicipalityCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWork:
    """One assignment in one month."""

    match_id: MatchId
    revision: int
    month: Month
    places: Places
    title: str
    role: Role | None
    hours: int  #: quarters, the way there left out
    state: MatchState
    worked: bool = False  #: 実績（合意分）: the month is over


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMonth:
    """What a talent has and does in one month."""

    working: WorkingMonth
    available: int | None  #: 使える時間; of months that are over it is not kept
    used: int  #: agreed, proposed or worked; the way there included where it is still ahead
    work: tuple[YearWork, ...]

    @property
    def month(self) -> Month:
        """Which one."""
        return self.working.month

    def at(self, places: Places) -> tuple[YearWork, ...]:
        """The work for these municipalities."""
        return tuple(each for each in self.work if each.places == places)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiscalYear:
    """The months of one 年度, and the municipalities with work in them."""

    year: int
    months: tuple[YearMonth, ...]

    @property
    def columns(self) -> tuple[Places, ...]:
        """Each municipality once, in the order in which they begin."""
        return tuple(dict.fromkeys(work.places for month in self.months for work in month.work))


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentYear:
    """What a talent does, month by month."""

    years: tuple[FiscalYear, ...]

    @property
    def work(self) -> tuple[YearWork, ...]:
        """All of it, the earliest first."""
        return tuple(work for year in self.years for month in year.months for work in month.work)


def talent_year(
    own: OwnHours,
    matches: Sequence[Match],
    worked: Sequence[Worked],
    past: Mapping[Month, WorkingMonth],
) -> TalentYear:
    """Months that are over as they were worked, then those to come; drafts are nobody's yet.

    `past`: the months that are over, as offices counted them.
    """
    talent = own.talent
    mine = {each.match_id: each for each in matches if each.talent_id == talent.talent_id}
    over = [
        _worked(each, mine.get(each.match_id))
        for each in worked
        if each.talent_id == talent.talent_id
    ]
    ahead = {each.month for each in own.months}
    live = [m for m in mine.values() if m.live and m.state is not MatchState.DRAFTED]
    to_come = [
        _to_come(match, month, hours)
        for match in live
        for month, hours in match.hours.items()
        if hours and month in ahead
    ]
    by_month: dict[Month, list[YearWork]] = {}
    for work in sorted(
        (*over, *to_come), key=lambda each: (each.month, each.places, each.match_id)
    ):
        by_month.setdefault(work.month, []).append(work)
    months = [
        YearMonth(
            working=past[month],
            available=None,
            used=sum(each.hours for each in by_month[month]),
            work=tuple(by_month[month]),
        )
        for month in sorted(by_month)
        if month not in ahead
    ] + [
        YearMonth(
            working=each.working,
            available=talent.free(each.month),
            used=each.agreed + each.proposed,
            work=tuple(by_month.get(each.month, ())),
        )
        for each in own.months
    ]
    return TalentYear(
        years=tuple(
            FiscalYear(year=year, months=tuple(some))
            for year, some in groupby(months, key=lambda each: fiscal_year(each.month))
        )
    )


def _to_come(match: Match, month: Month, hours: int) -> YearWork:
    return YearWork(
        match_id=match.match_id,
        revision=match.revision,
        month=month,
        places=match.places,
        title=match.terms.title if match.terms else "",
        role=match.terms.role if match.terms else None,
        hours=hours,
        state=match.state,
    )


def _worked(over: Worked, match: Match | None) -> YearWork:
    terms = match.terms if match else None
    return YearWork(
        match_id=over.match_id,
        revision=match.revision if match else 1,
        month=over.month,
        places=over.municipalities,
        title=terms.title if terms else "",
        role=terms.role if terms else None,
        hours=over.hours,
        state=MatchState.CONFIRMED,
        worked=True,
    )
