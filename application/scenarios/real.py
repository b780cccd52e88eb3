"""A scenario made real: the facts that it comes to, and those facts posted, all or none."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from application.session import Session
from matcher.ports import Snapshot
from matcher.whatif import Scenario
from matcher.whatif.apply import applied
from models.changes import changed
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.errors import Absent, Mistake, Stale
from models.ids import PoolId, TalentId
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from models.revision_claims import Kind
from producers.receipts import Receipt
from producers.settings_change import SettingsChange

E = TypeVar("E", Request, Talent)


@dataclass(frozen=True, slots=True, kw_only=True)
class RealFact:
    """An entity that is stated anew; no `before`: it is new."""

    before: Request | Talent | None
    after: Request | Talent

    @property
    def subject(self) -> str:
        """Its id."""
        return self.after.request_id if isinstance(self.after, Request) else self.after.talent_id

    @property
    def kind(self) -> Kind:
        """Which of both it is."""
        return Kind.REQUEST if isinstance(self.after, Request) else Kind.TALENT

    @property
    def changes(self) -> tuple[Phrase, ...]:
        """What becomes otherwise."""
        return tuple(c.phrase for c in changed(self.before, self.after)) if self.before else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Real:
    """What a scenario comes to in facts."""

    facts: tuple[RealFact, ...]
    settings: tuple[PoolSettings, PoolSettings] | None  #: before and after
    settings_revision: int
    cannot: tuple[Phrase, ...]  #: what of it stays an idea, and why

    @property
    def code(self) -> str:
        """Of everything that would be posted, as it stands now."""
        told = [
            (f.subject, f.before.revision if f.before else 0, f.after.model_dump(mode="json"))
            for f in self.facts
        ]
        rules = self.settings[1].model_dump(mode="json") if self.settings else None
        text = json.dumps([told, rules, self.settings_revision], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


async def real(session: Session, pool_id: PoolId, scenario: Scenario) -> Real:
    """The facts, from what stands now. Raises Mistake where a change no longer fits."""
    snapshot = await session.reads.snapshot(pool_id)
    if snapshot is None:
        raise Absent("whatif_pool_empty")
    _, revision = await session.reads.settings(pool_id)
    after = applied(snapshot, scenario, session.present)
    known = {each.talent_id for each in await session.reads.talents(pool_id)}
    rules = (snapshot.settings, after.settings)
    return Real(
        facts=(*_of_talents(snapshot, after), *_of_requests(snapshot, after)),
        settings=None if rules[0] == rules[1] else rules,
        settings_revision=revision,
        cannot=tuple(_cannot(snapshot, after, known)),
    )


async def make_real(
    session: Session, pool_id: PoolId, scenario: Scenario, *, seen: str
) -> Sequence[Receipt]:
    """Post them all or none. Raises Stale where it is no longer what was seen, Mistake."""
    found = await real(session, pool_id, scenario)
    if found.code != seen:
        raise Stale("whatif_changed_meanwhile")
    if not found.facts and found.settings is None:
        raise Mistake("whatif_nothing_real")
    stood = {(f.kind, f.subject): f.before.revision for f in found.facts if f.before}
    configured = None
    if found.settings:
        configured = SettingsChange(
            pool_id=pool_id, settings=found.settings[1], seen=found.settings_revision
        )
    return await session.desk.post(
        [f.after for f in found.facts if isinstance(f.after, Request)],
        [f.after for f in found.facts if isinstance(f.after, Talent)],
        seen=stood,
        settings=configured,
    )


def _of_talents(before: Snapshot, after: Snapshot) -> list[RealFact]:
    now = {each.talent_id: each for each in after.talents}
    found = []
    for each in before.talents:
        then = now.get(each.talent_id)
        if then is None:
            then = each.model_copy(update={"status": TalentStatus.LEFT})
        if then != each:
            found.append(RealFact(before=each, after=_next(then, each.revision)))
    return found


def _of_requests(before: Snapshot, after: Snapshot) -> list[RealFact]:
    now = {each.request_id: each for each in after.requests}
    was = {each.request_id for each in before.requests}
    found = []
    for each in before.requests:
        then = now.get(each.request_id)
        if then is None:
            then = each.model_copy(update={"status": RequestStatus.WITHDRAWN})
        if then != each:
            found.append(RealFact(before=each, after=_next(then, each.revision)))
    new = [RealFact(before=None, after=r) for r in after.requests if r.request_id not in was]
    return [*found, *new]


def _next(entity: E, revision: int) -> E:
    return entity.model_copy(update={"revision": revision + 1})


def _cannot(before: Snapshot, after: Snapshot, known: set[TalentId]) -> list[Phrase]:
    said = [
        Phrase.of("whatif_cannot_person", role=each.roles[0].value)
        for each in after.talents
        if each.talent_id not in known
    ]
    if after.declines != before.declines:
        said.append(Phrase.of("whatif_cannot_decline"))
    return said
