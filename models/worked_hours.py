"""Hours of months that are over: what was agreed by then counts as worked, the rest has ended."""

from collections.abc import Iterator, Sequence

from models.codes import CodeField, MunicipalityCode
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import LineIdField, MatchIdField, PoolIdField, TalentIdField
from models.match import Match, MatchState
from models.months import Month, MonthField


class Worked(Frozen):
    """実績（合意分）: hours of a confirmed match in a month that is over; nothing alters them.

    They are what both sides had agreed to by the end of the month: nobody reports a visit.
    """

    pool_id: PoolIdField
    match_id: MatchIdField
    month: MonthField
    line_id: LineIdField
    talent_id: TalentIdField
    hours: Quarters
    municipalities: tuple[CodeField, ...]  #: where, as it was then


def worked(
    match: Match, municipalities: Sequence[MunicipalityCode], since: Month | None, now: Month
) -> Iterator[Worked]:
    """What a match adds to the record when the months before `now` are over.

    Months before `since` were recorded when they were over.
    """
    if match.state is not MatchState.CONFIRMED:
        return
    for month, hours in match.hours.items():
        if hours and (since or "") <= month < now:
            yield Worked(
                pool_id=match.pool_id,
                match_id=match.match_id,
                month=month,
                line_id=match.line_id,
                talent_id=match.talent_id,
                hours=hours,
                municipalities=tuple(municipalities),
            )


def turned(match: Match, since: Month | None, now: Month) -> Match:
    """A live match when the months before `now` are over; the same one where they leave it alone.

    Months to which not both sides had agreed go without having been worked. A match with no month
    left ends.
    """
    if match.state is MatchState.CONFIRMED:
        return match
    over = [month for month in match.hours if (since or "") <= month < now]
    if not over:
        return match
    left = {month: hours for month, hours in match.hours.items() if month not in over}
    if any(hours for month, hours in left.items() if month >= now):
        return match.becomes(match.state, "month_over", hours=left)
    return match.becomes(MatchState.WITHDRAWN, "month_over")
