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
from models.deciding import decide
from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.envelope import Envelope, Message
from models.errors import Mistake, Refused
from models.facts import DecisionMade, Fact, PoolConfigured, RequestStated, TalentStated
from models.ids import MatchId, PoolId, RequestId, TalentId
from models.life import Match
from models.log import EventLog
from models.months import Month, month_of
from models.pool import PoolSettings
from models.retired import succeeding
from models.worth import look_at_worth
from producers.month_bound import look_at_hours
from producers.past_months import look_at_past_months
from producers.ports import Places
from producers.receipts import Receipt, receipt_of
from producers.refusals import (
    look_at_numbers,
    look_at_revision,
    look_at_sizes,
    look_at_who_answers,
    look_for_repeats,
    nobodys,
    refusal,
    unknown,
)

__all__ = ["Desk", "Knowledge", "Receipt"]

log = structlog.get_logger()

E = TypeVar("E", Request, Talent)


class Knowledge(Protocol):
    """What the desk asks of the store; it may be a moment behind the log."""

    async def request(self, pool_id: PoolId, request_id: RequestId) -> Request | None: ...

    async def talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent | None: ...

    async def match(self, match_id: MatchId) -> Match | None: ...

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]: ...

    async def put_person(self, person: Person) -> None: ...


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
        requests = [await self._succeeding(request) for request in requests]
        await self.examine(requests, talents)
        for person in people:
            await self.store.put_person(person)
        return await self._append(
            [TalentStated(talent=t) for t in talents] + [RequestStated(request=r) for r in requests]
        )

    async def examine(self, requests: Sequence[Request], talents: Sequence[Talent]) -> None:
        """Look at what might be posted, and post nothing. Mistake where it would be refused."""
        look_for_repeats("支援要請", [r.request_id for r in requests])
        look_for_repeats("人材", [t.talent_id for t in talents])
        for request in requests:
            known = await self.store.request(request.pool_id, request.request_id)
            self._look_at_places(request, known)
            look_at_revision("支援要請", request.request_id, request, known)
            look_at_past_months(request, known, self._present)
            look_at_numbers(request, known)
            look_at_hours(request, known)
        for talent in talents:
            standing = await self.store.talent(talent.pool_id, talent.talent_id)
            self._look_at_places(talent, standing)
            look_at_revision("人材", talent.talent_id, talent, standing)
            look_at_past_months(talent, standing, self._present)
            look_at_hours(talent, standing)

    async def amend_request(
        self, pool_id: PoolId, request_id: RequestId, change: Callable[[dict[str, Any]], None]
    ) -> Receipt:
        """The request with a change: `change` edits its fields; the revision rises by one."""
        known = await self.known_request(pool_id, request_id)
        request = succeeding(known, _changed(known, change))
        self._look_at_places(request, known)
        look_at_past_months(request, known, self._present)
        look_at_numbers(request, known)
        look_at_hours(request, known)
        return (await self._append([RequestStated(request=request)]))[0]

    async def amend_talent(
        self, pool_id: PoolId, talent_id: TalentId, change: Callable[[dict[str, Any]], None]
    ) -> Receipt:
        """The talent with a change: `change` edits its fields; the revision rises by one."""
        known = await self.known_talent(pool_id, talent_id)
        talent = _changed(known, change)
        self._look_at_places(talent, known)
        look_at_past_months(talent, known, self._present)
        look_at_hours(talent, known)
        return (await self._append([TalentStated(talent=talent)]))[0]

    async def withdraw_request(self, pool_id: PoolId, request_id: RequestId) -> Receipt:
        """The request is withdrawn: its hours become free for others."""
        return (await self.withdraw_requests(pool_id, [request_id]))[0]

    async def withdraw_requests(
        self, pool_id: PoolId, request_ids: Sequence[RequestId]
    ) -> list[Receipt]:
        """Withdrawn all at once, or none where one is unknown or withdrawn already."""
        look_for_repeats("支援要請", request_ids)
        requests = [await self.known_request(pool_id, each) for each in request_ids]
        for request in requests:
            if request.status is RequestStatus.WITHDRAWN:
                raise Mistake(
                    f"支援要請 {request.request_id} は取下げ済みです / is withdrawn already"
                )
        return await self._append(
            [
                RequestStated(request=_changed(each, _setting("status", RequestStatus.WITHDRAWN)))
                for each in requests
            ]
        )

    async def withdraw_talent(self, pool_id: PoolId, talent_id: TalentId) -> Receipt:
        """The talent leaves: its matches end and its lines are planned anew."""
        return (await self.withdraw_talents(pool_id, [talent_id]))[0]

    async def withdraw_talents(
        self, pool_id: PoolId, talent_ids: Sequence[TalentId]
    ) -> list[Receipt]:
        """They leave all at once, or none where one is unknown or has left already."""
        look_for_repeats("人材", talent_ids)
        talents = [await self.known_talent(pool_id, each) for each in talent_ids]
        for talent in talents:
            if talent.status is TalentStatus.LEFT:
                raise Mistake(f"人材 {talent.talent_id} は離任済みです / has left already")
        return await self._append(
            [
                TalentStated(talent=_changed(each, _setting("status", TalentStatus.LEFT)))
                for each in talents
            ]
        )

    async def decide(self, decision: DecisionMade) -> Receipt:
        """A decision about a match. Mistake where the match as known now does not allow it."""
        return (await self.decide_all([decision]))[0]

    async def decide_all(self, decisions: Sequence[DecisionMade]) -> list[Receipt]:
        """Decisions about several matches, all or none."""
        look_for_repeats("マッチ", [decision.match_id for decision in decisions])
        complete: list[DecisionMade] = []
        for decision in decisions:
            match = await self.store.match(decision.match_id)
            if match is None or match.pool_id != decision.pool_id:
                raise Mistake(f"マッチ {decision.match_id} はありません / no such match")
            look_at_who_answers(match, decision, self.places)
            try:
                decide(match, decision, month_of(self.now().date()))
            except Refused as error:
                raise Mistake(refusal(match, decision, error, self.places)) from error
            # With what was decided about, so that it outlives a store that has lost it.
            complete.append(decision.model_copy(update={"match": match}))
        return await self._append(complete)

    async def configure(self, pool_id: PoolId, settings: PoolSettings) -> Receipt:
        """The pool's settings as a whole. Mistake where they lead to what no problem can hold."""
        before, revision = await self.store.settings(pool_id)
        look_at_worth(settings, before)
        return (
            await self._append(
                [PoolConfigured(pool_id=pool_id, revision=revision + 1, settings=settings)]
            )
        )[0]

    async def known_request(self, pool_id: PoolId, request_id: RequestId) -> Request:
        """A request as the store knows it. Mistake where it does not."""
        request = await self.store.request(pool_id, request_id)
        if request is None:
            raise unknown("支援要請", "request", pool_id, request_id)
        return request

    async def known_talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent:
        """A talent as the store knows it. Mistake where it does not."""
        talent = await self.store.talent(pool_id, talent_id)
        if talent is None:
            raise unknown("人材", "talent", pool_id, talent_id)
        return talent

    @property
    def _present(self) -> Month:
        return month_of(self.now().date())

    async def _succeeding(self, request: Request) -> Request:
        known = await self.store.request(request.pool_id, request.request_id)
        return succeeding(known, request) if known else request

    async def _append(self, facts: Sequence[Fact]) -> list[Receipt]:
        messages = [
            Message(envelope=Envelope.begin(self.new_id(), self.source, self.now()), fact=fact)
            for fact in facts
        ]
        records = [message.record() for message in messages]
        look_at_sizes(records)
        await self.event_log.append(records)
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

    def _look_at_places(self, stated: Request | Talent, known: Request | Talent | None) -> None:
        """Mistake where a code is nobody's. One that stood before may have been merged since."""
        stood = _places_of(known) if known else ()
        for code in _places_of(stated):
            if not self.places.known(code) and code not in stood:
                raise nobodys(code, self.places)


def _places_of(entity: Request | Talent) -> tuple[MunicipalityCode, ...]:
    if isinstance(entity, Request):
        return entity.municipalities
    return entity.excluded + ((entity.base,) if entity.base else ())


def _setting(field: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda fields: fields.update({field: value})


def _changed(entity: E, change: Callable[[dict[str, Any]], None]) -> E:
    fields = {name: getattr(entity, name) for name in type(entity).model_fields}
    change(fields)
    fields["revision"] = entity.revision + 1
    # Validated as a whole: an amended entity keeps every promise of a new one.
    return type(entity).model_validate(fields)
