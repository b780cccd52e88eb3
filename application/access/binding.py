"""A role bound to what it is for: a pool, a talent of it, municipalities of its prefecture."""

from collections.abc import Sequence

from pydantic import ValidationError

from application.ports import Reads
from models.accounts import AccountRole, Grant
from models.codes import MunicipalityCode
from models.errors import Mistake
from models.ids import PoolId, TalentId


async def bound(
    reads: Reads,
    role: AccountRole,
    *,
    pool_id: PoolId | None = None,
    talent_id: TalentId | None = None,
    municipalities: Sequence[MunicipalityCode] = (),
    answers: bool = False,
) -> Grant:
    """The grant. Raises Mistake where the role lacks something or has too much, or nobody is it."""
    try:
        grant = Grant(
            role=role,
            pool_id=pool_id,
            talent_id=talent_id,
            municipalities=tuple(municipalities),
            answers=answers,
        )
    except ValidationError:
        raise Mistake("grant_not_bound", role=role.value, field="role") from None
    pool, talent = grant.pool_id, grant.talent_id
    if pool and talent and await reads.talent(pool, talent) is None:
        raise Mistake("grant_talent_unknown", talent_id=talent, field="talent_id")
    if strange := [code for code in grant.municipalities if code[:2] != grant.pool_id]:
        raise Mistake("grant_place_elsewhere", code=strange[0], field="municipalities")
    return grant
