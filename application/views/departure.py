"""What follows when a talent leaves: which work of theirs ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.ids import TalentId
from models.match import Match, MatchState


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Live matches that would end."""

    agreed: tuple[Match, ...]  #: somebody has given their word
    asked: tuple[Match, ...]  #: proposed, not answered
    drafted: tuple[Match, ...]

    @property
    def hours(self) -> int:
        """Quarters that would have to be covered by others."""
        return sum(sum(m.hours.values()) for m in (*self.agreed, *self.asked, *self.drafted))


def departure(talent_id: TalentId, matches: Sequence[Match]) -> Departure:
    """Of one talent, from the pool's matches."""
    own = [m for m in matches if m.talent_id == talent_id and m.live]
    rest = [m for m in own if not m.agreed]
    return Departure(
        agreed=tuple(m for m in own if m.agreed),
        asked=tuple(m for m in rest if m.state is not MatchState.DRAFTED),
        drafted=tuple(m for m in rest if m.state is MatchState.DRAFTED),
    )
