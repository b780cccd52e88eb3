"""What a draft says becomes a fact: a new request, or the next revision of one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from application.commands.amend import AmendRequest, amend_request
from application.commands.drafts import discard_draft, put
from application.commands.post import Post, post
from application.drafting.merging import Meeting, meetings, taken_over, with_free_numbers
from application.drafting.of_request import typed_of
from application.drafting.reading import read
from application.edits_back import edits_back
from application.new_id import new_id
from application.ports import Drafts
from application.session import Session
from application.still_stands import code
from models.drafts import Draft
from models.entities import Request
from models.errors import Mistake
from models.ids import PoolId, RequestId
from producers.receipts import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPosted:
    """The request that a draft has become."""

    request_id: RequestId
    receipt: Receipt | None  #: none where an amendment changed nothing


async def post_draft(
    session: Session, drafts: Drafts, draft: Draft, *, again: bool = False
) -> DraftPosted:
    """Post it; the draft goes, or is kept as what an amendment can be taken back by.

    Raises PostedBefore (not with `again`), Stale where others have changed the request since, and
    Mistake where it cannot be posted as it is.
    """
    pool_id = PoolId(draft.pool_id)
    if draft.base is None:
        request = _read(session, draft, RequestId(new_id("R", session.now().date())))
        posted = await post(session, Post(requests=(request,), once=not again))
        # Kept a while: who sends the form twice is led to what it has become.
        await put(session, drafts, draft.model_copy(update={"posted": request}))
        await _forget_old(session, drafts, draft)
        return DraftPosted(request_id=request.request_id, receipt=posted.receipts[0])
    mine = _read(session, draft, draft.base.request_id)
    amended = await amend_request(
        session,
        AmendRequest(
            pool_id=pool_id,
            request_id=mine.request_id,
            edits=edits_back(mine, draft.base),
            seen=draft.base.revision,
        ),
    )
    await _forget_older(drafts, draft)
    if amended.receipt is None:
        await discard_draft(drafts, draft)
    else:
        assert isinstance(amended.after, Request)
        await put(session, drafts, draft.model_copy(update={"posted": amended.after}))
    return DraftPosted(request_id=mine.request_id, receipt=amended.receipt)


async def undo_amendment(session: Session, drafts: Drafts, draft: Draft) -> Receipt | None:
    """The request as it was before the draft amended it; what others changed since stays.

    Raises Mistake where they changed the same.
    """
    assert draft.base is not None
    assert draft.posted is not None
    before, after = draft.base, draft.posted
    amended = await amend_request(
        session,
        AmendRequest(
            pool_id=PoolId(draft.pool_id),
            request_id=before.request_id,
            edits=edits_back(before, after),
            still=code(after.model_dump(mode="json"), before.model_dump(mode="json")),
        ),
    )
    await discard_draft(drafts, draft)
    return amended.receipt


async def what_met(session: Session, draft: Draft) -> tuple[Request, tuple[Meeting, ...]]:
    """The request as others have left it, and where their changes and the draft's meet."""
    assert draft.base is not None
    now = await session.desk.known_request(PoolId(draft.pool_id), draft.base.request_id)
    mine = _read(session, draft, draft.base.request_id)
    return now, meetings(draft.base, mine, now)


async def lay_together(
    session: Session, drafts: Drafts, draft: Draft, taken: Collection[str]
) -> Draft:
    """The draft over the request as it is now: theirs where I changed nothing or have `taken` it.

    Raises Stale where the draft was saved since.
    """
    now, found = await what_met(session, draft)
    theirs = typed_of(now, session.places, session.present)
    some = [each.theirs for each in found if not each.mine or each.name in taken]
    content = with_free_numbers(taken_over(draft.content, theirs, some), now)
    update = {"content": content, "base": now}
    return await put(session, drafts, draft.model_copy(update=update))


def _read(session: Session, draft: Draft, request_id: RequestId) -> Request:
    """The request that was typed. Raises Mistake with all that is wrong."""
    found = read(
        draft.content,
        PoolId(draft.pool_id),
        session.places,
        request_id=request_id,
        base=draft.base,
    )
    if found.request is None:
        raise Mistake("several", each=tuple(each.said for each in found.wrong))
    return found.request


async def _forget_old(session: Session, drafts: Drafts, draft: Draft) -> None:
    """What new requests were made of is needed for a day at most."""
    for other in await drafts.drafts(PoolId(draft.pool_id)):
        old = session.now() - other.saved > timedelta(days=1)
        if old and not other.open and other.base is None:
            await discard_draft(drafts, other)


async def _forget_older(drafts: Drafts, draft: Draft) -> None:
    """The last amendment of a request alone is taken back by a click."""
    for other in await drafts.drafts(PoolId(draft.pool_id)):
        if not other.open and other.request_id == draft.request_id:
            await discard_draft(drafts, other)
