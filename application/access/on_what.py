"""Whether an object is within a grant: another's is as if it were not there."""

from models.accounts import AccountRole, Grant
from models.drafts import Draft
from models.entities import Request
from models.ids import ActorId
from models.match import Match


def of_request(grant: Grant, request: Request) -> bool:
    """A coordinator's: of the pool. An officer's: for a municipality of theirs."""
    if grant.pool_id != request.pool_id:
        return False
    if grant.role is AccountRole.MUNICIPALITY:
        return not set(grant.municipalities).isdisjoint(request.municipalities)
    return grant.role is AccountRole.COORDINATOR


def of_match(grant: Grant, match: Match) -> bool:
    """A coordinator's: of the pool. A talent's: their own. An officer's: at a place of theirs."""
    if grant.pool_id != match.pool_id:
        return False
    if grant.role is AccountRole.TALENT:
        return grant.talent_id == match.talent_id
    if grant.role is AccountRole.MUNICIPALITY:
        return not set(grant.municipalities).isdisjoint(match.places)
    return grant.role is AccountRole.COORDINATOR


def of_draft(grant: Grant, actor: ActorId, draft: Draft) -> bool:
    """An officer's: written by themselves. A coordinator's: of the pool, once it is handed over."""
    if grant.pool_id != draft.pool_id:
        return False
    if grant.role is AccountRole.MUNICIPALITY:
        return draft.author == actor
    return grant.role is AccountRole.COORDINATOR and (draft.handed or not draft.places)
