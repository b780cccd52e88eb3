"""Makers: a test spells out only what matters to it. Hours are quarters."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from infra.settings import Settings
from matcher.ports import Snapshot
from models.entities import DemandLine, Request, Role, Talent
from models.envelope import Envelope, Message
from models.event_log import Record
from models.facts import Fact
from models.ids import PoolId
from models.match import Decline, Match, MatchState
from models.months import Month, month_of, plus, window
from models.pool_settings import PoolSettings
from service.office_time import office_clock

#: A Sunday: all working days of the month are still to come.
NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
FIRST = Month("2026-11")
MONTHS = window(FIRST, 12)
SAKU = "202177"  # 佐久市
MATSUMOTO = "202029"  # 松本市
CAUSE = UUID("00000000-0000-4000-8000-000000000001")


def months_ahead(count: int = 12) -> tuple[Month, ...]:
    """Months of the real calendar from the next one on, for tests that run real processes."""
    return window(plus(month_of(office_clock(Settings())().date()), 1), count)


def hours(amount: int, months: Sequence[str] = (FIRST,)) -> dict[Any, int]:
    """The same quarters in each month."""
    return dict.fromkeys(months, amount)


def line(number: int = 1, role: str = "engineer", **given: Any) -> DemandLine:
    return DemandLine(line=number, role=Role(role), **{"hours": hours(64)} | given)


def request(request_id: str = "R-1", *lines: DemandLine, **given: Any) -> Request:
    fields: dict[str, Any] = {
        "pool_id": "20",
        "title": "窓口業務改革",
        "municipalities": (SAKU,),
        "pm_in_place": True,
    }
    return Request(request_id=request_id, lines=lines or (line(),), **fields | given)


def talent(talent_id: str = "T-1", role: str = "engineer", **given: Any) -> Talent:
    fields: dict[str, Any] = {
        "pool_id": "20",
        "roles": (Role(role),),
        "contract_from": Month("2026-04"),
        "contract_until": Month("2029-03"),
        "capacity": hours(128, MONTHS),
    }
    return Talent(talent_id=talent_id, **fields | given)


def match(line_id: str = "R-1/1", talent_id: str = "T-1", **given: Any) -> Match:
    fields: dict[str, Any] = {
        "pool_id": "20",
        "match_id": f"M-{line_id.replace('/', '-')}-{talent_id}",
        "hours": hours(64),
        "state": MatchState.PROPOSED,
    }
    return Match(line_id=line_id, talent_id=talent_id, **fields | given)


def snapshot(
    requests: Sequence[Request] = (),
    talents: Sequence[Talent] = (),
    matches: Sequence[Match] = (),
    declines: Sequence[Decline] = (),
    *,
    fresh: Mapping[str, UUID] | None = None,
    served: Mapping[Any, Any] | None = None,
    **settings: Any,
) -> Snapshot:
    return Snapshot(
        pool_id=PoolId("20"),
        version=7,
        settings=PoolSettings(**settings),
        requests=tuple(requests),
        talents=tuple(talents),
        matches=tuple(matches),
        declines=tuple(declines),
        correlation_id=CAUSE,
        fresh=dict(fresh or {}),
        served=dict(served or {}),
    )


def message(fact: Fact, event_id: UUID | None = None, time: datetime = NOW) -> Message:
    return Message(envelope=Envelope.begin(event_id or uuid4(), "test", time), fact=fact)


def record(
    fact: Fact, offset: int = 0, event_id: UUID | None = None, time: datetime = NOW
) -> Record:
    new = message(fact, event_id, time).record()
    return Record(
        topic=new.topic,
        key=new.key,
        value=new.value,
        headers=new.headers,
        partition=0,
        offset=offset,
    )
