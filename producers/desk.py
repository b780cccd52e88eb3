"""CLI, spreadsheets, demo (and later the web) -> requests.v1, talents.v1, decisions.v1, settings.v1

Every posting goes over this desk: what can be seen to be wrong is refused at once and in words, the
rest is appended and acknowledged by the log before the call returns.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID, uuid4

import structlog

from models.codes import MunicipalityCode
from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.envelope import Envelope, Message
from models.errors import Mistake, Refused
from models.facts import DecisionMade, Fact, PoolConfigured, RequestStated, TalentStated
from models.ids import MatchId, PoolId, RequestId, TalentId
from models.life import Match, decide
from models.log import EventLog
from models.pool import PoolSettings
from producers.ports import Places

log = structlog.get_logger()

E = TypeVar("E", Request, Talent)


class Knowledge(Protocol):
    """What the desk asks of the store; it may be a moment behind the log."""

    async def request(self, pool_id: PoolId, request_id: RequestId) -> Request | None: ...

    async def talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent | None: ...

    async def match(self, match_id: MatchId) -> Match | None: ...

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]: ...

    async def put_person(self, person: Person) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The log has acknowledged a fact: it will be applied, and can be followed by these ids."""

    event_id: UUID
    correlation_id: UUID
    pool_id: str
    subject: str
    revision: int | None = None


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Takes what people state, validates it, and appends it as facts."""

    event_log: EventLog
    store: Knowledge
    places: Places
    now: Callable[[], datetime]
    source: str = "talentpool/cli"
    new_id: Callable[[], UUID] = uuid4

    async def post_request(self, request: Request) -> Receipt:
        """A new request. Mistake where its id is taken or a municipality does not exist."""
        return (await self.post([request], []))[0]

    async def post_talent(self, talent: Talent, person: Person | None = None) -> Receipt:
        """A new talent; the personal data goes to the store alone, before the fact."""
        return (await self.post([], [talent], [person] if person else []))[0]

    async def post(
        self,
        requests: Sequence[Request],
        talents: Sequence[Talent],
        people: Iterable[Person] = (),
    ) -> list[Receipt]:
        """Many at once, all or none: every entity is looked at before the first is appended."""
        for request in requests:
            self._look_at_places(request.municipalities)
            known = await self.store.request(request.pool_id, request.request_id)
            _look_at_revision("支援要請", request.request_id, request, known)
        for talent in talents:
            self._look_at_places(talent.excluded + ((talent.base,) if talent.base else ()))
            standing = await self.store.talent(talent.pool_id, talent.talent_id)
            _look_at_revision("人材", talent.talent_id, talent, standing)
        for person in people:
            await self.store.put_person(person)
        return await self._append(
            [TalentStated(talent=t) for t in talents] + [RequestStated(request=r) for r in requests]
        )

    async def amend_request(
        self, pool_id: PoolId, request_id: RequestId, change: Callable[[dict[str, Any]], None]
    ) -> Receipt:
        """The request with a change: `change` edits its fields; the revision rises by one."""
        request = _changed(await self._request(pool_id, request_id), change)
        self._look_at_places(request.municipalities)
        return (await self._append([RequestStated(request=request)]))[0]

    async def amend_talent(
        self, pool_id: PoolId, talent_id: TalentId, change: Callable[[dict[str, Any]], None]
    ) -> Receipt:
        """The talent with a change: `change` edits its fields; the revision rises by one."""
        talent = await self.store.talent(pool_id, talent_id)
        if talent is None:
            raise Mistake(f"人材 {talent_id} はプール {pool_id} にありません / no such talent")
        return (await self._append([TalentStated(talent=_changed(talent, change))]))[0]

    async def withdraw_request(self, pool_id: PoolId, request_id: RequestId) -> Receipt:
        """The request is withdrawn: its hours become free for others."""
        if (await self._request(pool_id, request_id)).status is RequestStatus.WITHDRAWN:
            raise Mistake(f"支援要請 {request_id} は取下げ済みです / is withdrawn already")
        return await self.amend_request(
            pool_id, request_id, lambda fields: fields.update(status=RequestStatus.WITHDRAWN)
        )

    async def withdraw_talent(self, pool_id: PoolId, talent_id: TalentId) -> Receipt:
        """The talent leaves: its matches end and its lines are planned anew."""
        return await self.amend_talent(
            pool_id, talent_id, lambda fields: fields.update(status=TalentStatus.LEFT)
        )

    async def decide(self, decision: DecisionMade) -> Receipt:
        """A decision about a match. Mistake where the match as known now does not allow it."""
        match = await self.store.match(decision.match_id)
        if match is None or match.pool_id != decision.pool_id:
            raise Mistake(f"マッチ {decision.match_id} はありません / no such match")
        try:
            decide(match, decision)
        except Refused as error:
            raise Mistake(str(error)) from error
        return (await self._append([decision]))[0]

    async def configure(self, pool_id: PoolId, settings: PoolSettings) -> Receipt:
        """The pool's settings as a whole."""
        _, revision = await self.store.settings(pool_id)
        return (
            await self._append(
                [PoolConfigured(pool_id=pool_id, revision=revision + 1, settings=settings)]
            )
        )[0]

    async def _append(self, facts: Sequence[Fact]) -> list[Receipt]:
        messages = [
            Message(envelope=Envelope.begin(self.new_id(), self.source, self.now()), fact=fact)
            for fact in facts
        ]
        await self.event_log.append([message.record() for message in messages])
        for message in messages:
            log.info(
                "fact.appended",
                type=message.fact.type,
                pool_id=message.fact.key,
                subject=message.fact.subject,
                event_id=str(message.envelope.event_id),
                correlation_id=str(message.envelope.correlation_id),
            )
        return [_receipt(message) for message in messages]

    async def _request(self, pool_id: PoolId, request_id: RequestId) -> Request:
        request = await self.store.request(pool_id, request_id)
        if request is None:
            raise Mistake(
                f"支援要請 {request_id} はプール {pool_id} にありません / no such request"
            )
        return request

    def _look_at_places(self, codes: Iterable[MunicipalityCode]) -> None:
        for code in codes:
            if not self.places.known(code):
                raise Mistake(
                    f"{code} は市区町村コードの一覧にありません / is not an official code"
                )


def _look_at_revision(
    word: str, id_: str, stated: Request | Talent, known: Request | Talent | None
) -> None:
    if known is None or stated.revision > known.revision or stated == known:
        return
    raise Mistake(
        f"{word} {id_} は登録済みです（版 {known.revision}）。変更は amend を使ってください"
        f" / exists at revision {known.revision}; use amend to change it"
    )


def _changed(entity: E, change: Callable[[dict[str, Any]], None]) -> E:
    fields = {name: getattr(entity, name) for name in type(entity).model_fields}
    change(fields)
    fields["revision"] = entity.revision + 1
    # Validated as a whole: an amended entity keeps every promise of a new one.
    return type(entity).model_validate(fields)


def _receipt(message: Message) -> Receipt:
    fact = message.fact
    match fact:
        case RequestStated():
            revision: int | None = fact.request.revision
        case TalentStated():
            revision = fact.talent.revision
        case PoolConfigured():
            revision = fact.revision
        case _:
            revision = None
    return Receipt(
        event_id=message.envelope.event_id,
        correlation_id=message.envelope.correlation_id,
        pool_id=fact.key,
        subject=fact.subject,
        revision=revision,
    )
