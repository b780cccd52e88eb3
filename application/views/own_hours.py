"""The hours that a talent states, beside what is agreed and what is proposed."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from application.views.working_month import WorkingMonth, working_month
from matcher.problem import Problem
from models.entities import Talent
from models.match import Match, MatchState
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMonth:
    """Quarters of one month."""

    working: WorkingMonth
    stated: int  #: 稼働可能時間, as it was last acknowledged
    fixed: int  #: 固定の時間: study meeting, training, own office
    agreed: int  #: of matches that somebody has given their word for, the way there included
    proposed: int  #: of matches that wait for answers, the way there included
    under_contract: bool

    @property
    def month(self) -> Month:
        """Which one."""
        return self.working.month

    @property
    def least(self) -> int:
        """What cannot be taken away: agreed work, and the fixed hours where there is any."""
        return self.agreed + self.fixed if self.agreed else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHours:
    """A talent's months over the horizon."""

    talent: Talent
    months: tuple[OwnMonth, ...]

    def under(self, stated: Mapping[Month, int]) -> tuple[OwnMonth, ...]:
        """Months in which less is stated than before, and less than what is agreed."""
        return tuple(
            each
            for each in self.months
            if stated.get(each.month, each.stated) < min(each.least, each.stated)
        )


def own_hours(
    talent: Talent,
    months: Sequence[Month],
    matches: Sequence[Match],
    problem: Problem | None,
    closed: Collection[date] = (),
) -> OwnHours:
    """Over these months; the way to each line is what the last problem says of the pair."""
    pairs = problem.pairs if problem else ()
    own_pairs = (each for each in pairs if each.talent_id == talent.talent_id)
    way = {pair.line_id: pair.overhead for pair in own_pairs}
    agreed: Counter[Month] = Counter()
    proposed: Counter[Month] = Counter()
    for match in matches:
        if match.talent_id != talent.talent_id or not match.live:
            continue
        if match.state is MatchState.DRAFTED and not match.agreed:
            continue
        into = agreed if match.agreed else proposed
        for month, amount in match.hours.items():
            into[month] += amount + way.get(match.line_id, {}).get(month, 0)
    return OwnHours(
        talent=talent,
        months=tuple(
            OwnMonth(
                working=working_month(month, closed),
                stated=talent.capacity.get(month, 0),
                fixed=talent.overhead,
                agreed=agreed[month],
                proposed=proposed[month],
                under_contract=talent.contract_from <= month <= talent.last_month,
            )
            for month in months
        ),
    )
