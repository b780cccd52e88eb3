"""What a talent is asked, does and has answered: their own, and nobody else's."""

from dataclasses import dataclass

from application.session import Session
from application.views.offer import Offer, offers
from models.entities import Talent
from models.ids import MatchId, PoolId, TalentId
from models.match import MatchState
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWork:
    """A talent and what they have been shown."""

    talent: Talent
    offers: tuple[Offer, ...]
    present: Month

    @property
    def open(self) -> tuple[Offer, ...]:
        """提案: to be answered."""
        return tuple(each for each in self.offers if each.open)

    @property
    def running(self) -> tuple[Offer, ...]:
        """Agreed by both, and in this month."""
        return tuple(each for each in self._confirmed if each.span[:1] <= (self.present,))

    @property
    def ahead(self) -> tuple[Offer, ...]:
        """Agreed by both, and still to begin."""
        return tuple(each for each in self._confirmed if each.span[:1] > (self.present,))

    @property
    def accepted(self) -> tuple[Offer, ...]:
        """The talent has said yes, and the municipality has still to answer."""
        state = MatchState.ACCEPTED_BY_TALENT
        return tuple(each for each in self.offers if each.match.state is state)

    @property
    def ended(self) -> tuple[Offer, ...]:
        """Declined, or agreed once and ended."""
        over = (each for each in self.offers if not each.match.live)
        declined = MatchState.DECLINED
        return tuple(e for e in over if e.match.state is declined or e.match.agreed_terms)

    @property
    def _confirmed(self) -> tuple[Offer, ...]:
        state = MatchState.CONFIRMED
        return tuple(each for each in self.offers if each.match.state is state)

    def one(self, match_id: MatchId) -> Offer | None:
        """One of them; None where they have been shown none of this id."""
        return next((each for each in self.offers if each.match.match_id == match_id), None)


async def own_work(
    session: Session, pool_id: PoolId, talent_id: TalentId, *, answered: MatchId | None = None
) -> OwnWork | None:
    """None where the pool does not know them.

    `answered`: a match about which they have just decided, as that decision leaves it.
    """
    reads = session.reads
    talent = await reads.talent(pool_id, talent_id)
    if talent is None:
        return None
    matches = list(await reads.matches(pool_id))
    for at, match in enumerate(matches):
        if match.match_id == answered and match.talent_id == talent_id:
            matches[at] = await session.desk.known_match(pool_id, match.match_id) or match
    found = offers(talent, matches, await reads.plan(pool_id), await reads.ledger(pool_id))
    return OwnWork(talent=talent, offers=found, present=session.present)
