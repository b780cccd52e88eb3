"""Drafts: begun, saved at each step, handed over, given up. Nothing of them is a fact."""

import secrets
from dataclasses import dataclass

from application.drafting.months import with_months
from application.drafting.of_request import copy_of, typed_of
from application.ports import Drafts
from application.session import Session
from models.accounts import AccountRole, Grant
from models.codes import MunicipalityCode
from models.drafts import Draft, DraftId, TypedRequest
from models.entities import RequestStatus
from models.errors import Absent, Mistake, Stale
from models.ids import ActorId, PoolId, RequestId
from models.phrase import Phrase

#: Signs of JSON; more than any form that can be posted.
_LONGEST = 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOf:
    """Whose draft it becomes: a pool's; of an officer, for their municipalities."""

    pool_id: PoolId
    places: tuple[MunicipalityCode, ...] = ()

    @classmethod
    def by(cls, grant: Grant) -> "DraftOf":
        """Of whoever has this grant."""
        assert grant.pool_id is not None
        officer = grant.role is AccountRole.MUNICIPALITY
        return cls(pool_id=PoolId(grant.pool_id), places=grant.municipalities if officer else ())


def empty(session: Session, of: DraftOf) -> TypedRequest:
    """What the form shows first."""
    own = "、".join(session.places.name(code) for code in of.places)
    return with_months(TypedRequest(municipalities=own), session.present)


async def begin_draft(
    session: Session, drafts: Drafts, of: DraftOf, content: TypedRequest
) -> Draft:
    """A new draft with what was typed so far. Raises Mistake where that is too long."""
    return await _begun(session, drafts, of, content)


async def begin_amendment(
    session: Session, drafts: Drafts, of: DraftOf, request_id: RequestId
) -> Draft:
    """A draft of the request's next revision; where I have one of this revision, that one.

    Raises Mistake where the request is withdrawn.
    """
    request = await session.desk.known_request(of.pool_id, request_id)
    if request.status is RequestStatus.WITHDRAWN:
        raise Mistake("request_withdrawn_already", request_id=request_id)
    for draft in await drafts.drafts(of.pool_id):
        if draft.open and (draft.author, draft.request_id) == (session.actor, request_id):
            return draft
    content = typed_of(request, session.places, session.present)
    return await _begun(session, drafts, of, content, request_id=request_id, base=request)


async def begin_copy(session: Session, drafts: Drafts, of: DraftOf, request_id: RequestId) -> Draft:
    """A draft of a new request like this one, from the next month on."""
    request = await session.desk.known_request(of.pool_id, request_id)
    content = copy_of(request, session.places, session.present)
    return await _begun(session, drafts, of, content)


async def save_draft(
    session: Session, drafts: Drafts, draft: Draft, content: TypedRequest
) -> Draft:
    """The next version of the draft that was seen. Raises Stale where it was saved since."""
    return await put(session, drafts, draft.model_copy(update={"content": content}))


async def hand_over(session: Session, drafts: Drafts, draft: Draft) -> Draft:
    """An officer's draft is the coordinators' to look at and to post. Raises Stale."""
    return await put(session, drafts, draft.model_copy(update={"handed": True}))


async def discard_draft(drafts: Drafts, draft: Draft) -> None:
    """Nothing of it is kept."""
    await drafts.drop_draft(PoolId(draft.pool_id), draft.draft_id)


async def put(session: Session, drafts: Drafts, draft: Draft) -> Draft:
    """Keep it as its next version. Raises Stale where another version was kept since, Mistake."""
    saved = draft.model_copy(update={"version": draft.version + 1, "saved": session.now()})
    _check_length(saved)
    if not await drafts.put_draft(saved):
        if await drafts.draft(PoolId(draft.pool_id), draft.draft_id) is None:
            raise Absent("draft_gone")
        raise Stale("draft_saved_since")
    return saved


async def _begun(
    session: Session, drafts: Drafts, of: DraftOf, content: TypedRequest, **more: object
) -> Draft:
    draft = Draft(
        draft_id=DraftId(secrets.token_hex(8)),
        pool_id=of.pool_id,
        author=ActorId(session.actor),
        saved=session.now(),
        content=content,
        places=of.places,
    ).model_copy(update=more)
    _check_length(draft)
    await drafts.put_draft(draft)
    return draft


def _check_length(draft: Draft) -> None:
    if len(draft.content.model_dump_json()) > _LONGEST:
        raise Mistake("draft_too_long", most=Phrase.of("as_number", value=_LONGEST))
