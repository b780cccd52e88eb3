"""What a municipality's officer sees: who comes when, what waits for an answer, what was asked."""

from dataclasses import dataclass

from application.access.on_what import of_draft, of_match, of_request
from application.ports import Drafts
from application.session import Session
from application.views.hours import Hours, summed
from application.views.own_place import Coming, coming
from application.views.requests import RequestRow, request_rows
from models.accounts import Grant
from models.drafts import Draft
from models.ids import ActorId, MatchId, PoolId
from models.match import MatchState
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """The matches and requests of an officer's municipalities, and no others."""

    matches: tuple[Coming, ...]
    requests: tuple[RequestRow, ...]

    @property
    def coming(self) -> tuple[Coming, ...]:
        """Those that stand, with hours still to come."""
        return tuple(each for each in self.matches if each.match.live and each.ahead)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months in which somebody comes."""
        return tuple(self.by_month)

    @property
    def by_month(self) -> Hours:
        """Hours of all of them, by month."""
        return summed(each.ahead for each in self.coming)

    @property
    def waiting(self) -> tuple[Coming, ...]:
        """Those that one of the officer's municipalities has still to answer."""
        return tuple(each for each in self.coming if each.accepts)

    @property
    def elsewhere(self) -> int:
        """How many have the officer's yes and wait for somebody else's."""
        agreed = MatchState.CONFIRMED
        return sum(not e.accepts and e.match.state is not agreed for e in self.coming)

    @property
    def asked(self) -> int:
        """要請 of all requests."""
        return sum(row.asked for row in self.requests)

    @property
    def served(self) -> int:
        """充足 of all requests."""
        return sum(row.served for row in self.requests)

    def one(self, match_id: MatchId) -> Coming | None:
        """One of the matches; None where they have been shown none of this id."""
        return next((each for each in self.matches if each.match.match_id == match_id), None)


async def own_place(session: Session, grant: Grant, *, answered: MatchId | None = None) -> OwnPlace:
    """As the plan stands; `answered`: a match as the decision just made about it leaves it."""
    reads, pool_id = session.reads, PoolId(str(grant.pool_id))
    matches = [each for each in await reads.matches(pool_id) if of_match(grant, each)]
    for at, match in enumerate(matches):
        if match.match_id == answered:
            matches[at] = await session.desk.known_match(pool_id, match.match_id) or match
    requests = [each for each in await reads.requests(pool_id) if of_request(grant, each)]
    people = {person.talent_id: person.name for person in await reads.people(pool_id)}
    rows = request_rows(requests, (), await reads.plan(pool_id), None)
    return OwnPlace(
        matches=coming(grant, matches, people, session.present),
        requests=tuple(sorted(rows, key=lambda row: str(row.request_id))),
    )


async def own_drafts(session: Session, drafts: Drafts, grant: Grant) -> tuple[Draft, ...]:
    """What they have written, the latest first; also what a coordinator has posted of it."""
    actor = ActorId(session.actor)
    found = await drafts.drafts(PoolId(str(grant.pool_id)))
    own = [draft for draft in found if of_draft(grant, actor, draft)]
    return tuple(sorted(own, key=lambda draft: draft.saved, reverse=True))
