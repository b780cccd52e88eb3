"""A talent states their hours: as an amendment, never under what is agreed."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.commands.amend import Amended, AmendTalent, amend_talent
from application.edits import SetHours
from application.queries.own_hours import own_hours
from application.session import Session
from models.errors import Mistake
from models.ids import PoolId, TalentId
from models.months import Month
from models.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class StateHours:
    """Quarters of months, stated while looking at revision `seen`; other months stay."""

    pool_id: PoolId
    talent_id: TalentId
    hours: Mapping[Month, int]
    seen: int


async def state_hours(session: Session, command: StateHours) -> Amended:
    """Raises Stale where somebody changed them since, Mistake where agreed work would not fit."""
    standing = await own_hours(session, command.pool_id, command.talent_id)
    if under := standing.under(command.hours):
        each = tuple(
            Phrase.of(
                "hours_under_agreed",
                month=month.month,
                amount=command.hours[month.month],
                agreed=month.agreed,
                fixed=month.fixed,
                least=month.least,
            )
            for month in under
        )
        raise Mistake("several", each=each)
    before = standing.talent.capacity
    edits = tuple(
        SetHours(months=(month,), quarters=amount)
        for month, amount in sorted(command.hours.items())
        if amount != before.get(month, 0)
    )
    return await amend_talent(
        session,
        AmendTalent(
            pool_id=command.pool_id, talent_id=command.talent_id, edits=edits, seen=command.seen
        ),
    )
