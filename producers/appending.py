"""desk (facts) -> requests.v1, talents.v1, decisions.v1, settings.v1

Each at a revision of its own, which is taken in the store before anything is appended.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any, NoReturn, Protocol, TypeVar
from uuid import UUID, uuid4

from models.entities import Person, Request, Talent
from models.envelope import Envelope, Message
from models.errors import TryAgain
from models.event_log import EventLog
from models.facts import DecisionMade, Fact
from models.ids import MatchId, PoolId, RequestId, TalentId
from models.log import log
from models.match import Match
from models.months import Month, month_of
from models.pool_settings import PoolSettings
from models.revision_claims import Kind
from models.revisions import reasons_since
from producers.acknowledged import (
    Acknowledged,
    InTheWay,
    Knowledge,
    PostedBefore,
    claims_of,
    in_turn,
)
from producers.ports import Places
from producers.receipts import Receipt, receipt_of
from producers.refusals import check_seen, check_sizes, stale_match, unknown

E = TypeVar("E", Request, Talent)


class DeskStore(Knowledge, Protocol):
    """What the desk asks of the store."""

    async def put_person(self, person: Person) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Appending:
    """Reads what was acknowledged, and appends facts at revisions that are its own."""

    event_log: EventLog
    store: DeskStore
    places: Places
    now: Callable[[], datetime]
    source: str = "talentpool/cli"
    actor: str = "cli"  #: who acts, as an id: stands in every fact
    new_id: Callable[[], UUID] = uuid4
    story: UUID | None = None  #: the correlation id, where what is stated goes on with a story

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]:
        """A pool's settings as they were last acknowledged, and their revision."""
        return await self._newest.settings(pool_id)

    async def known_match(self, pool_id: PoolId, match_id: MatchId) -> Match | None:
        """A match as the last acknowledged decision leaves it."""
        return await in_turn(lambda: self._newest.match(pool_id, match_id))

    async def known_request(self, pool_id: PoolId, request_id: RequestId) -> Request:
        """A request as it was last acknowledged. Mistake where nobody knows it."""
        request = await in_turn(lambda: self._newest.request(pool_id, request_id))
        if request is None:
            raise unknown("no_request_in_pool", pool_id, request_id)
        return request

    async def known_talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent:
        """A talent as they were last acknowledged. Mistake where nobody knows them."""
        talent = await in_turn(lambda: self._newest.talent(pool_id, talent_id))
        if talent is None:
            raise unknown("no_talent_in_pool", pool_id, talent_id)
        return talent

    @property
    def _present(self) -> Month:
        return month_of(self.now().date())

    @property
    def _newest(self) -> Acknowledged:
        return Acknowledged(self.store)

    async def check_revision_seen(
        self, thing: tuple[Kind, PoolId, str], now: int, seen: int | None
    ) -> None:
        """Stale where the thing is no longer at the revision that was looked at."""
        if seen not in (None, now):
            check_seen((thing[0], thing[2]), now, seen, await self.store.revisions(*thing))

    async def _stood(
        self,
        requests: Sequence[Request],
        talents: Sequence[Talent],
        seen: Mapping[tuple[Kind, str], int],
    ) -> dict[tuple[Kind, str], int]:
        """The revisions that stand. Stale where one of them is not the one that was seen."""
        stood = await self._newest.revisions(requests, talents)
        for (kind, subject), revision in stood.items():
            pool_id = requests[0].pool_id if requests else talents[0].pool_id
            on = seen.get((kind, subject))
            await self.check_revision_seen((kind, pool_id, subject), revision, on)
        return stood

    async def _since(self, match: Match, decision: DecisionMade) -> tuple[str, ...] | None:
        """Why the match has changed since it was seen; None where it has not, or nobody knows."""
        seen = decision.seen_revision
        if seen is None or seen >= match.revision:
            return None
        made = await self.store.revisions(Kind.MATCH, match.pool_id, match.match_id)
        return reasons_since(made, seen, match.revision)

    async def _refuse_stale(self, match: Match, decision: DecisionMade) -> NoReturn:
        """Raise Stale: why the match has changed since it was seen, by whom and when."""
        made = await self.store.revisions(Kind.MATCH, match.pool_id, match.match_id)
        raise stale_match(match, decision, made)

    async def _free(self, entity: E, kind: Kind, subject: str) -> E:
        """The entity at a revision that no lost append may have taken."""
        free = await self._newest.free(kind, entity.pool_id, subject, entity.revision - 1)
        return entity if free == entity.revision else entity.model_copy(update={"revision": free})

    async def _changed(self, entity: E, change: Callable[[dict[str, Any]], None]) -> E:
        fields = {name: getattr(entity, name) for name in type(entity).model_fields}
        change(fields)
        fields["revision"] = entity.revision + 1
        # Validated as a whole: an amended entity keeps every promise of a new one.
        changed = type(entity).model_validate(fields)
        if isinstance(changed, Request):
            return await self._free(changed, Kind.REQUEST, changed.request_id)
        return await self._free(changed, Kind.TALENT, changed.talent_id)

    async def _append(
        self,
        facts: Sequence[Fact],
        people: Iterable[Person] = (),
        *,
        once: bool = False,
        seen: Sequence[int | None] = (),
    ) -> list[Receipt]:
        """Take the revisions, then append: of two edges with the same revision one goes first.

        `seen`: of each fact the revision it follows, where it follows one. Raises InTheWay where
        another edge was faster; then nothing was written.
        """
        messages = [self._message(fact, on) for fact, on in zip_longest(facts, seen)]
        if not messages:
            # Who somebody is may change while nothing that is planned with does.
            for person in people:
                await self.store.put_person(person)
            return []
        records = [message.record() for message in messages]
        check_sizes(records)
        events = [message.envelope.event_id for message in messages]
        claims = [claim for message in messages for claim in claims_of(message, once=once)]
        if other := await self.store.claim(claims):
            # Of what nobody has acknowledged yet, nobody says that it was taken.
            if other.kind is Kind.POSTING and other.kept:
                raise PostedBefore(other.content, other.seconds)
            raise InTheWay
        try:
            for person in people:
                await self.store.put_person(person)
            await self.event_log.append(records)
        except BaseException:
            with suppress(TryAgain):
                await self.store.give_up_claims(events)
            raise
        # Acknowledged is acknowledged: a claim that is not marked so is only gone past later.
        with suppress(TryAgain):
            await self.store.keep_claims(events)
        for message in messages:
            log.info(
                "fact.appended",
                type=message.fact.type,
                pool_id=message.fact.key,
                subject=message.fact.subject,
                event_id=str(message.envelope.event_id),
                correlation_id=str(message.envelope.correlation_id),
            )
        return [receipt_of(message) for message in messages]

    def _message(self, fact: Fact, seen: int | None) -> Message:
        envelope = Envelope.begin(
            self.new_id(), self.source, self.now(), actor=self.actor, seen=seen
        )
        if self.story is not None:
            envelope = envelope.model_copy(update={"correlation_id": self.story})
        return Message(envelope=envelope, fact=fact)
