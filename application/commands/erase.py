"""A person is forgotten for good; plans and matches keep the id."""

from dataclasses import dataclass

from application.session import StoreSession
from models.errors import Mistake
from models.ids import PoolId, TalentId


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseTalent:
    """Name, mail and note of a talent are to go, with every dead letter that holds them."""

    pool_id: PoolId
    talent_id: TalentId


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentErased:
    """What that came to."""

    pool_id: PoolId
    talent_id: TalentId
    known: bool  #: a name was kept
    letters: int  #: dead letters whose bytes went with it
    database_keeps_log: bool  #: what the database itself logged goes with its retention


async def erase_talent(session: StoreSession, command: EraseTalent) -> TalentErased:
    """Erase; an older backup does not bring the person back. Raises Mistake for an unknown id."""
    pool_id, talent_id = command.pool_id, command.talent_id
    known = await session.reads.person(pool_id, talent_id)
    if not known and not await session.reads.talent(pool_id, talent_id):
        raise Mistake("erase_unknown", pool_id=pool_id, talent_id=talent_id)
    done = await session.upkeep.erase(pool_id, talent_id)
    return TalentErased(
        pool_id=pool_id,
        talent_id=talent_id,
        known=done.known,
        letters=done.letters,
        database_keeps_log=session.upkeep.keeps_a_log,
    )
