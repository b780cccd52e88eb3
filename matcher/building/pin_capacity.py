"""Capacity left for pins: which agreed matches still fit together, one match at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from matcher.problem import Hours, Line, PairId
from models.entities import Talent
from models.ids import LineId, TalentId
from models.match import Match, MatchState
from models.months import Month


def ahead(match: Match, months: Sequence[Month]) -> dict[Month, int]:
    """The hours of a match that are still to come."""
    return {p: h for p, h in match.hours.items() if p in months and h}


def beyond(match: Match, months: Sequence[Month]) -> dict[Month, int]:
    """The hours of a match after the months planned, where anybody counts on them.

    The plan has no say in them; nobody has seen those of a draft.
    """
    if match.state is MatchState.DRAFTED and not match.pinned:
        return {}
    return {p: h for p, h in match.hours.items() if p > months[-1]}


def waits(match: Match, months: Sequence[Month]) -> bool:
    """Whether all that is still to come of a match lies beyond the months planned."""
    return any(beyond(match, months).values()) and not ahead(match, months)


class PinCapacity:
    """Hours that pins may still take: a pin fits where its talent and its line have room."""

    def __init__(
        self,
        talents: Mapping[TalentId, Talent],
        asked: Mapping[LineId, Line],
        months: Sequence[Month],
        overhead: Mapping[PairId, Hours],
    ) -> None:
        self._talents, self._asked, self._months = talents, asked, months
        self._overhead = overhead
        self._used: defaultdict[tuple[str, Month], int] = defaultdict(int)

    def take(self, match: Match) -> bool:
        """Whether the pin fits; where it does, its room is taken."""
        talent, line = self._talents.get(match.talent_id), self._asked.get(match.line_id)
        if talent is None or line is None or line.role not in talent.roles:
            return False
        hours = ahead(match, self._months)
        if not hours:
            return False
        overhead = self._overhead.get((match.line_id, match.talent_id), {})
        for month, amount in hours.items():
            lost = overhead.get(month, 0)
            if self._used[talent.talent_id, month] + amount + lost > talent.free(month):
                return False
            if self._used[line.line_id, month] + amount > line.hours.get(month, 0):
                return False
        for month, amount in hours.items():
            self._used[talent.talent_id, month] += amount + overhead.get(month, 0)
            self._used[line.line_id, month] += amount
        return True
