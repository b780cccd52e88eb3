"""A sample pool: loaded to look around in, and taken out again; never into a pool in use."""

from dataclasses import dataclass
from typing import TypeVar

from application.session import ReadSession, Session
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.errors import Mistake
from models.ids import PoolId
from models.pool_settings import PoolSettings
from producers import demo
from producers.settings_change import SettingsChange

E = TypeVar("E", Request, Talent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """What a pool holds of samples, and whether of anything else."""

    pool_id: PoolId
    requests: tuple[Request, ...]
    talents: tuple[Talent, ...]
    own: bool  #: somebody's own requests or talents are in it too

    @property
    def loaded(self) -> bool:
        """Whether any of them is there to be seen."""
        return bool(self.requests or self.talents)

    @property
    def may_load(self) -> bool:
        """Whether nothing is in the pool."""
        return not (self.loaded or self.own)


async def samples(session: ReadSession) -> tuple[Samples, ...]:
    """Of every pool that there are samples for."""
    return tuple([await _samples_of(session, PoolId(pool_id)) for pool_id in demo.POOLS])


async def load_samples(session: Session, pool_id: PoolId) -> None:
    """State the sample pool; those taken out before are back. Mistake where the pool is in use."""
    if not (await _samples_of(session, pool_id)).may_load:
        raise Mistake("sample_pool_in_use", pool_id=pool_id)
    reads, first = session.reads, session.present
    known_requests = {each.request_id: each for each in await reads.requests(pool_id)}
    known_talents = {each.talent_id: each for each in await reads.talents(pool_id)}
    await session.desk.post(
        [_anew(r, known_requests.get(r.request_id)) for r in demo.requests(pool_id, first)],
        [_anew(t, known_talents.get(t.talent_id)) for t in demo.talents(pool_id, first)],
        demo.people(pool_id),
        settings=await _settings(session, pool_id, demo.settings(pool_id)),
    )


async def remove_samples(session: Session, pool_id: PoolId) -> None:
    """Withdraw the sample requests, let the sample talents leave, forget the samples' settings.

    What others have put into the pool since stays, and so do settings that somebody has changed.
    Raises Mistake where there are none.
    """
    found = await _samples_of(session, pool_id)
    if not found.loaded:
        raise Mistake("sample_pool_not_there", pool_id=pool_id)
    gone = {"status": RequestStatus.WITHDRAWN}, {"status": TalentStatus.LEFT}
    as_samples = (await session.reads.settings(pool_id))[0] == demo.settings(pool_id)
    await session.desk.post(
        [r.model_copy(update=gone[0] | {"revision": r.revision + 1}) for r in found.requests],
        [t.model_copy(update=gone[1] | {"revision": t.revision + 1}) for t in found.talents],
        settings=await _settings(session, pool_id, PoolSettings()) if as_samples else None,
    )


async def _samples_of(session: ReadSession, pool_id: PoolId) -> Samples:
    requests, talents = await session.reads.requests(pool_id), await session.reads.talents(pool_id)
    open_ = tuple(each for each in requests if each.status is RequestStatus.OPEN)
    there = tuple(each for each in talents if each.status is TalentStatus.ACTIVE)
    return Samples(
        pool_id=pool_id,
        requests=tuple(each for each in open_ if each.sample),
        talents=tuple(each for each in there if each.sample),
        own=not (all(each.sample for each in open_) and all(each.sample for each in there)),
    )


async def _settings(session: Session, pool_id: PoolId, wanted: PoolSettings) -> SettingsChange:
    seen = (await session.reads.settings(pool_id))[1]
    return SettingsChange(pool_id=pool_id, settings=wanted, seen=seen)


def _anew(stated: E, known: E | None) -> E:
    """As it is stated, after what stands under its id."""
    return stated.model_copy(update={"revision": known.revision + 1}) if known else stated
