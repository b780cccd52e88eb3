"""Which role may do what. What a role is bound to is said by its grant: see `on_what`."""

from collections.abc import Mapping
from enum import StrEnum

from models.accounts import Account, AccountRole, Grant
from models.ids import PoolId


class Right(StrEnum):
    """A use case, or several that nobody would grant apart."""

    OWN_ACCOUNT = "own_account"  #: password, one-time codes, language, sessions
    SEE_POOL = "see_pool"  #: requests, talents, plan, matches of a pool, with names
    POST_REQUEST = "post_request"  #: also amend and withdraw
    POST_TALENT = "post_talent"  #: also amend, and let leave
    DECIDE = "decide"  #: release, answer for a municipality, pin, assign by hand
    WHAT_IF = "what_if"
    SHEETS = "sheets"  #: template, import, undo, export
    CONFIGURE = "configure"  #: a pool's settings
    INVITE = "invite"  #: talents and municipalities of a pool
    SEE_OWN_WORK = "see_own_work"  #: a talent's proposals, year and calendar
    ANSWER_OWN = "answer_own"  #: a talent's proposals
    STATE_OWN_HOURS = "state_own_hours"  #: a talent's hours, skills and leave
    SEE_OWN_PLACE = "see_own_place"  #: a municipality's requests and who comes
    DRAFT_REQUEST = "draft_request"  #: of the own municipality, for a coordinator to post
    ANSWER_FOR_PLACE = "answer_for_place"  #: where the coordinator has given it away
    WATCH = "watch"  #: events, postings, topics, plans, health: never personal data
    DEAD_LETTERS = "dead_letters"  #: mend, replay, drop
    SEE_AUDIT = "see_audit"
    MANAGE_ACCOUNTS = "manage_accounts"


_COORDINATOR, _TALENT, _MUNICIPALITY, _OPS, _ADMIN = (frozenset({role}) for role in AccountRole)

RIGHTS: Mapping[Right, frozenset[AccountRole]] = {
    Right.OWN_ACCOUNT: frozenset(AccountRole),
    Right.SEE_POOL: _COORDINATOR,
    Right.POST_REQUEST: _COORDINATOR,
    Right.POST_TALENT: _COORDINATOR,
    Right.DECIDE: _COORDINATOR,
    Right.WHAT_IF: _COORDINATOR,
    Right.SHEETS: _COORDINATOR,
    Right.CONFIGURE: _COORDINATOR,
    Right.INVITE: _COORDINATOR,
    Right.SEE_OWN_WORK: _TALENT,
    Right.ANSWER_OWN: _TALENT,
    Right.STATE_OWN_HOURS: _TALENT,
    Right.SEE_OWN_PLACE: _MUNICIPALITY,
    Right.DRAFT_REQUEST: _MUNICIPALITY,
    Right.ANSWER_FOR_PLACE: _MUNICIPALITY,
    Right.WATCH: _OPS,
    Right.DEAD_LETTERS: _OPS,
    Right.SEE_AUDIT: _OPS | _ADMIN,
    Right.MANAGE_ACCOUNTS: _ADMIN,
}


#: Whom coordinators let in to their own pool; everybody else is let in by an administrator.
INVITED_BY_COORDINATORS = _TALENT | _MUNICIPALITY

#: Whoever looks at a page of these sees names of other people: each look is recorded.
SHOWS_PEOPLE = frozenset(
    {
        Right.SEE_POOL,
        Right.POST_REQUEST,
        Right.POST_TALENT,
        Right.DECIDE,
        Right.WHAT_IF,
        Right.SHEETS,
        Right.CONFIGURE,  # who has set them
        Right.INVITE,
        Right.SEE_OWN_PLACE,
        Right.ANSWER_FOR_PLACE,
        Right.MANAGE_ACCOUNTS,
    }
)


def granted(
    account: Account, right: Right, pool_id: PoolId | None = None, *, acting: str = ""
) -> Grant | None:
    """The grant by which somebody may do this, in this pool where one is named; None: they may not.

    Of several, the one whose key they are `acting` by, else the first. Whether an object of the
    pool is theirs is asked of `on_what`.
    """
    fit = grants_for(account, right, pool_id)
    return next((grant for grant in fit if grant.key == acting), fit[0]) if fit else None


def grants_for(account: Account, right: Right, pool_id: PoolId | None = None) -> tuple[Grant, ...]:
    """Every grant by which somebody may do this."""
    if account.disabled:
        return ()
    return tuple(
        grant
        for grant in account.grants
        if grant.role in RIGHTS[right]
        and (grant.pool_id is None or pool_id in {None, grant.pool_id})
    )
