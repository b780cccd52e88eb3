"""New requests and talents: all of them or none, and what whoever posts them should look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from application.notes import (
    appointment_ends,
    beyond_horizon,
    engineers_without_pm,
    skills_nobody_has,
    untrained,
)
from application.session import Session
from models.entities import Person, Request, Talent
from models.ids import PoolId
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from producers.receipts import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Requests and talents of one pool, and who the talents are.

    `once`: the same content posted a moment ago is not posted again (PostedBefore).
    """

    requests: tuple[Request, ...] = ()
    talents: tuple[Talent, ...] = ()
    people: tuple[Person, ...] = ()
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What was taken, and what may keep it from being planned."""

    receipts: tuple[Receipt, ...]
    warnings: dict[str, tuple[Phrase, ...]]  #: by the id they are about
    notes: tuple[Phrase, ...]  #: skills that nobody in the pool has


async def post(session: Session, command: Post) -> Posted:
    """Post them. Raises PostedBefore, and Mistake where one of them cannot be."""
    receipts = await session.desk.post(
        command.requests, command.talents, command.people, once=command.once
    )
    pool_id = PoolId(receipts[0].pool_id)
    settings, _ = await session.reads.settings(pool_id)
    warnings: dict[str, tuple[Phrase, ...]] = {}
    warnings |= {r.request_id: tuple(_of_request(session, r, settings)) for r in command.requests}
    warnings |= {t.talent_id: tuple(_of_talent(t, settings)) for t in command.talents}
    notes = await skills_nobody_has(session, pool_id, command.requests)
    return Posted(receipts=tuple(receipts), warnings=warnings, notes=tuple(notes))


def _of_request(session: Session, request: Request, settings: PoolSettings) -> Iterator[Phrase]:
    found = (
        engineers_without_pm(request),
        beyond_horizon(request, session.present, settings.horizon),
    )
    yield from filter(None, found)


def _of_talent(talent: Talent, settings: PoolSettings) -> Iterator[Phrase]:
    found = (
        untrained(talent, training_required=settings.training_required),
        appointment_ends(talent),
    )
    yield from filter(None, found)
