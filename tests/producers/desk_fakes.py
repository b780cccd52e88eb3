"""What stands behind the desk in its tests: a store, a log, three places, ids in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from models.entities import Person, Request, Talent
from models.envelope import read
from models.errors import TryAgain
from models.event_log import NewRecord, Position, Record
from models.facts import DecisionMade, PoolConfigured, RequestStated, TalentStated
from models.match import Match
from models.pool_settings import PoolSettings
from models.revision_claims import Claim, Kind
from tests import make

_FACTS = {fact.topic: fact for fact in (RequestStated, TalentStated, DecisionMade, PoolConfigured)}


@dataclass
class Store:
    """What the desk believes to be known."""

    requests: dict[str, Request] = field(default_factory=dict)
    talents: dict[str, Talent] = field(default_factory=dict)
    matches: dict[str, Match] = field(default_factory=dict)
    configured: tuple[PoolSettings, int] = (PoolSettings(), 0)
    people: list[Person] = field(default_factory=list)
    claims: dict[tuple[str, str, str], Claim] = field(default_factory=dict)

    async def request(self, pool_id: str, request_id: str) -> Request | None:
        return self.requests.get(request_id)

    async def talent(self, pool_id: str, talent_id: str) -> Talent | None:
        return self.talents.get(talent_id)

    async def match(self, match_id: str) -> Match | None:
        return self.matches.get(match_id)

    async def settings(self, pool_id: str) -> tuple[PoolSettings, int]:
        return self.configured

    async def revisions(self, kind: Kind, pool_id: str, subject: str) -> tuple[()]:
        return ()

    async def claimed(self, kind: Kind, pool_id: str, subject: str) -> Claim | None:
        return self.claims.get((kind, pool_id, subject))

    async def claim(self, claims: Sequence[Claim]) -> Claim | None:
        for claim in claims:
            self.claims[claim.kind, claim.pool_id, claim.subject] = claim
        return None

    async def keep_claims(self, events: Sequence[UUID]) -> None:
        self._mark(events, kept=True)

    async def give_up_claims(self, events: Sequence[UUID]) -> None:
        self._mark(events, given_up=True)

    def _mark(self, events: Sequence[UUID], **how: bool) -> None:
        for place, claim in self.claims.items():
            if claim.event_id in events:
                self.claims[place] = replace(claim, **how)  # type: ignore[arg-type]

    async def put_person(self, person: Person) -> None:
        self.people.append(person)


@dataclass
class Log:
    """Keeps what is appended; away where told so."""

    records: list[NewRecord] = field(default_factory=list)
    appends: int = 0
    away: bool = False

    async def append(self, records: Sequence[NewRecord]) -> Sequence[Position]:
        if self.away:
            raise TryAgain("the log is away")
        self.appends += 1
        self.records += records
        return []

    @property
    def facts(self) -> list[Any]:
        return [
            read(
                Record(
                    topic=r.topic,
                    key=r.key,
                    value=r.value,
                    headers=r.headers,
                    partition=0,
                    offset=0,
                ),
                _FACTS[r.topic],
            ).fact
            for r in self.records
        ]


class Places:
    """Three places."""

    def known(self, code: str) -> bool:
        return code in {make.SAKU, make.MATSUMOTO, "200000"}

    def name(self, code: str) -> str:
        return {make.SAKU: "佐久市", make.MATSUMOTO: "松本市"}.get(code, code)

    def successor(self, code: str) -> str | None:
        return make.MATSUMOTO if code == "204498" else None


@dataclass
class Counter:
    """UUIDs in order."""

    count: int = 0

    def __call__(self) -> UUID:
        self.count += 1
        return UUID(int=self.count)
