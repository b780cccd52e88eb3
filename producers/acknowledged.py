"""store + claims -> the newest of everything that was acknowledged, applied already or not."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol, TypeVar
from uuid import UUID

from models.entities import Request, Talent
from models.envelope import Message
from models.errors import Mistake, TalentPoolError
from models.facts import DecisionMade, PoolConfigured, RequestStated, TalentStated
from models.ids import MatchId, PoolId, RequestId, TalentId
from models.match import Match
from models.match_decisions import decide
from models.months import month_of
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from models.revision_claims import Claim, Kind
from models.revisions import RevisionMade

T = TypeVar("T")
E = TypeVar("E", Request, Talent)

#: Seconds in which another edge's append usually comes back.
PATIENCE = 5.0
_LOOK = 0.05


class Knowledge(Protocol):
    """What the desk asks of the store; it may be a moment behind the log."""

    async def request(self, pool_id: PoolId, request_id: RequestId) -> Request | None: ...

    async def talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent | None: ...

    async def match(self, match_id: MatchId) -> Match | None: ...

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]: ...

    async def revisions(
        self, kind: Kind, pool_id: PoolId, subject: str
    ) -> Sequence[RevisionMade]: ...

    async def claimed(self, kind: Kind, pool_id: PoolId, subject: str) -> Claim | None: ...

    async def claim(self, claims: Sequence[Claim]) -> Claim | None: ...

    async def keep_claims(self, events: Sequence[UUID]) -> None: ...

    async def give_up_claims(self, events: Sequence[UUID]) -> None: ...


class InTheWay(TalentPoolError):
    """Another edge has taken the revision: look again, and go on from what it has written."""


class PostedBefore(Mistake):
    """The same was posted before under another id, a moment ago; or `known`: under this very id."""

    def __init__(self, subject: str, seconds: float, *, known: bool = False) -> None:
        self.subject, self.known = subject, known
        code = "posted_the_same" if known else "posted_before"
        super().__init__(code, id=subject, ago=_ago(seconds))


def _ago(seconds: float) -> Phrase:
    """How long ago, in the largest unit of which there is one."""
    if days := int(seconds // 86_400):
        return Phrase.of("days_ago", n=days)
    if hours := int(seconds // 3_600):
        return Phrase.of("hours_ago", n=hours)
    if minutes := int(seconds // 60):
        return Phrase.of("minutes_ago", n=minutes)
    return Phrase.of("just_now")


@dataclass(frozen=True)
class Acknowledged:
    """What the log has acknowledged is known here before a service has applied it."""

    store: Knowledge

    async def request(self, pool_id: PoolId, request_id: RequestId) -> Request | None:
        known = await self.store.request(pool_id, request_id)
        return await self._newest(Kind.REQUEST, pool_id, request_id, Request, known)

    async def talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent | None:
        known = await self.store.talent(pool_id, talent_id)
        return await self._newest(Kind.TALENT, pool_id, talent_id, Talent, known)

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]:
        settings, revision = await self.store.settings(pool_id)
        claim = await self._claim(Kind.SETTINGS, pool_id, pool_id, revision)
        if claim is None:
            return settings, revision
        return PoolSettings.read_kept(claim.content), claim.revision

    async def match(self, pool_id: PoolId, match_id: MatchId) -> Match | None:
        known = await self.store.match(match_id)
        if known is not None and known.pool_id != pool_id:
            return None
        # One that was made by hand a moment ago is known by its claim alone.
        claim = await self._claim(Kind.MATCH, pool_id, match_id, known.revision if known else 0)
        return known if claim is None else Match.read_kept(claim.content)

    async def revisions(
        self, requests: Sequence[Request], talents: Sequence[Talent]
    ) -> dict[tuple[Kind, str], int]:
        """The revisions that stand of those that are changed, and not new."""
        stood: dict[tuple[Kind, str], int] = {}
        for r in requests:
            if r.revision > 1 and (before := await self.request(r.pool_id, r.request_id)):
                stood[Kind.REQUEST, r.request_id] = before.revision
        for t in talents:
            if t.revision > 1 and (there := await self.talent(t.pool_id, t.talent_id)):
                stood[Kind.TALENT, t.talent_id] = there.revision
        return stood

    async def look_for_known(self, kind: Kind, subject: str, stated: Request | Talent) -> None:
        """PostedBefore where the log has acknowledged the very same: nobody is writing it."""
        claim = await self.store.claimed(kind, stated.pool_id, subject)
        if claim is None or not claim.kept or claim.revision != stated.revision:
            return
        if type(stated).read_kept(claim.content) == stated:
            raise PostedBefore(subject, claim.seconds, known=True)

    async def free(self, kind: Kind, pool_id: PoolId, subject: str, after: int) -> int:
        """The first revision after this one that no lost append may have taken."""
        claim = await self.store.claimed(kind, pool_id, subject)
        return max(after, claim.revision if claim and claim.given_up else 0) + 1

    async def _newest(
        self, kind: Kind, pool_id: PoolId, subject: str, type_: type[E], known: E | None
    ) -> E | None:
        claim = await self._claim(kind, pool_id, subject, known.revision if known else 0)
        return known if claim is None else type_.read_kept(claim.content)

    async def _claim(self, kind: Kind, pool_id: PoolId, subject: str, known: int) -> Claim | None:
        """The claim that goes beyond what is known. Raises InTheWay while it is being appended."""
        claim = await self.store.claimed(kind, pool_id, subject)
        if claim is None or claim.revision <= known or claim.given_up:
            return None
        if not claim.kept:
            raise InTheWay
        return claim


async def in_turn(work: Callable[[], Awaitable[T]]) -> T:
    """The same again while another edge is in the way. Raises Mistake where it stays there."""
    tries = int(PATIENCE / _LOOK)
    for _ in range(tries):
        with suppress(InTheWay):
            return await work()
        await asyncio.sleep(_LOOK)
    raise Mistake("somebody_else_writes")


def claims_of(message: Message, *, once: bool) -> list[Claim]:
    """What a message takes; with `once` also its content, so that it is not posted twice."""
    fact, event_id = message.fact, message.envelope.event_id
    match fact:
        case RequestStated(request=request):
            kind, revision, content = Kind.REQUEST, request.revision, request.model_dump_json()
            same = request.model_copy(update={"request_id": "R", "revision": 1}).model_dump_json()
        case TalentStated(talent=talent):
            kind, revision, content = Kind.TALENT, talent.revision, talent.model_dump_json()
            same = talent.model_copy(update={"talent_id": "T", "revision": 1}).model_dump_json()
        case PoolConfigured(settings=settings):
            kind, revision, content = Kind.SETTINGS, fact.revision, settings.model_dump_json()
            same = ""
        case DecisionMade(match=Match() as match):
            # The desk has looked at what was seen: what is taken is what becomes of the match.
            unseen = fact.model_copy(update={"seen_revision": None})
            after = decide(match, unseen, month_of(message.envelope.time.date()))
            kind, revision, content = Kind.MATCH, after.revision, after.model_dump_json()
            same = ""
        case _:
            return []
    claims = [
        Claim(
            kind=kind,
            pool_id=fact.key,
            subject=fact.subject,
            revision=revision,
            content=content,
            event_id=event_id,
        )
    ]
    if once and same:
        claims.append(
            Claim(
                kind=Kind.POSTING,
                pool_id=fact.key,
                subject=sha256(f"{kind}{same}".encode()).hexdigest(),
                revision=1,
                content=fact.subject,
                event_id=event_id,
            )
        )
    return claims
