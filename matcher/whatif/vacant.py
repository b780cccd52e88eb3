"""A post to be filled, as one more talent of the pool."""

from collections.abc import Sequence
from itertools import count

from matcher.ports import Snapshot
from matcher.whatif.scenario import Vacant
from models.entities import Talent
from models.ids import TalentId
from models.months import Month
from models.skills import highest


def vacancy(snapshot: Snapshot, change: Vacant, months: Sequence[Month]) -> Talent:
    """Somebody in the post, under an id that nobody has; trained when they begin."""
    taken = {talent.talent_id for talent in snapshot.talents}
    name = next(n for n in map(f"vacant-{change.role}-{{}}".format, count(1)) if n not in taken)
    chosen = change.months or months
    return Talent(
        pool_id=snapshot.pool_id,
        talent_id=TalentId(name),
        roles=(change.role,),
        skills=skills_of(snapshot, change),
        form=change.form,
        contract_from=min(chosen),
        contract_until=max(chosen),
        capacity=dict.fromkeys(chosen, change.hours),
        trained_from=min(chosen),
    )


def skills_of(snapshot: Snapshot, change: Vacant) -> dict[str, int]:
    """What somebody in the post can do."""
    if change.skills is not None:
        return change.skills
    return highest(
        line.skills
        for request in snapshot.requests
        for line in request.lines
        if line.role is change.role
    )
