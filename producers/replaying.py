"""dead letters -> requests.v1, talents.v1, decisions.v1, settings.v1, pools.v1, matches.v1

As they were to the topic they came from, or mended and examined like new facts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from pydantic import ValidationError

from models.entities import Request, Talent
from models.envelope import read
from models.errors import Mistake, TooLarge, Unreadable
from models.event_log import NewRecord, Record, size
from models.facts import (
    FACTS,
    DecisionMade,
    Fact,
    PoolConfigured,
    RequestStated,
    TalentStated,
)
from models.ids import PoolId
from models.phrase import Phrase
from models.revision_claims import Kind
from models.validation import reasons
from producers.desk import Desk
from producers.receipts import Receipt

E = TypeVar("E", Request, Talent)


@dataclass(frozen=True, slots=True)
class Replays:
    """The part of the desk that takes dead letters back."""

    desk: Desk

    async def as_it_was(self, record: NewRecord) -> None:
        """The very same record once more: its event id makes a repeat harmless.

        Raises Mistake where no topic of ours is meant, or the log takes nothing that large.
        """
        if fact_of(record.topic) is None:
            raise Mistake("letter_of_no_topic", topic=record.topic)
        try:
            await self.desk.event_log.append([record])
        except TooLarge:
            raise Mistake("letter_too_large", bytes=size(record)) from None

    async def mended(self, record: NewRecord, value: bytes) -> Receipt:
        """Other bytes in its place, examined and claimed like a new fact; the story stays.

        The event id is a new one: mended twice, the second is seen to state nothing new, and is
        refused here instead of dying as other content of the same event.

        Raises Mistake where they are no fact, what the service derives, or refused at the desk;
        Stale where its subject has been stated again since.
        """
        fact_type = fact_of(record.topic)
        if fact_type is None:
            raise Mistake("letter_of_no_topic", topic=record.topic)
        try:
            fact = fact_type.model_validate_json(value)
        except ValidationError as error:
            raise Mistake("letter_still_unreadable", why=reasons(error)) from None
        event_id = _uuid(record, "ce_id")
        desk = replace(self.desk, story=_uuid(record, "ce_correlationid") or event_id)
        # What was over when it was said is refused; what has passed since then is not.
        said = _time(record)
        if said is not None and isinstance(fact, RequestStated | TalentStated):
            desk = replace(desk, now=lambda: said)
        return await self._stated(desk, fact, event_id)

    async def _stated(self, desk: Desk, fact: Fact, event_id: UUID | None) -> Receipt:
        match fact:
            case RequestStated(request=request):
                own = await self._own(Kind.REQUEST, request.pool_id, request.request_id, event_id)
                return await _posted(desk, [_after(request, own)], [])
            case TalentStated(talent=talent):
                own = await self._own(Kind.TALENT, talent.pool_id, talent.talent_id, event_id)
                return await _posted(desk, [], [_after(talent, own)])
            case DecisionMade():
                # The desk adds the match as it stands now.
                return await desk.decide(fact.model_copy(update={"match": None}))
            case PoolConfigured():
                own = await self._own(Kind.SETTINGS, fact.pool_id, fact.pool_id, event_id)
                seen = fact.revision - 1 if own is None else own
                return await desk.configure(fact.pool_id, fact.settings, seen=seen)
            case _:
                raise Mistake("letter_derived", type=fact.type)

    async def _own(
        self, kind: Kind, pool_id: PoolId, subject: str, event_id: UUID | None
    ) -> int | None:
        """The revision that the letter itself took when it was posted and before it died."""
        claim = await self.desk.store.claimed(kind, pool_id, subject)
        return claim.revision if claim and claim.event_id == event_id else None


def fact_of(topic: str) -> type[Fact] | None:
    """What a topic carries."""
    return next((fact for fact in FACTS if fact.topic == topic), None)


def still_unreadable(record: NewRecord) -> Phrase | None:
    """Why a record would die again as it is; None where it can be read."""
    fact_type = fact_of(record.topic)
    if fact_type is None:
        return Phrase.of("letter_of_no_topic", topic=record.topic)
    whole = Record(
        topic=record.topic,
        key=record.key,
        value=record.value,
        headers=record.headers,
        partition=0,
        offset=0,
    )
    try:
        read(whole, fact_type)
    except Unreadable as error:
        return error.phrase
    return None


async def _posted(desk: Desk, requests: Sequence[Request], talents: Sequence[Talent]) -> Receipt:
    seen: dict[tuple[Kind, str], int] = {}
    seen.update({(Kind.REQUEST, each.request_id): each.revision - 1 for each in requests})
    seen.update({(Kind.TALENT, each.talent_id): each.revision - 1 for each in talents})
    return (await desk.post(requests, talents, seen=seen))[0]


def _after(stated: E, own: int | None) -> E:
    """At the revision after the one that died with the letter, where that took one."""
    return stated if own is None else stated.model_copy(update={"revision": own + 1})


def _time(record: NewRecord) -> datetime | None:
    """When the record was first appended; none where it does not say."""
    text = next((value for name, value in record.headers if name == "ce_time"), b"")
    try:
        said = datetime.fromisoformat(text.decode())
    except ValueError:
        return None
    return said if said.tzinfo else None


def _uuid(record: NewRecord, name: str) -> UUID | None:
    """An id among the headers; none where a stranger wrote the record."""
    text = next((value for known, value in record.headers if known == name), b"")
    try:
        return UUID(text.decode())
    except ValueError:
        return None
