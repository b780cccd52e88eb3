"""A draft as it is looked through before it is posted."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.drafting.reading import NEW, Read, read
from application.notes import beyond_horizon, skills_nobody_has, stumbling_points
from application.session import ReadSession
from application.views.asked_of_pool import RoleAsked, asked_of_pool
from application.views.talent_hours import all_talent_hours
from models.changes import Change, changed
from models.drafts import Draft
from models.ids import PoolId
from models.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """The request that was typed, what is wrong with it, and what posting it would ask."""

    read: Read
    stumbling: tuple[Phrase, ...] = ()  #: what made others stumble
    notes: tuple[Phrase, ...] = ()  #: what may keep it from being planned
    changes: tuple[Change, ...] = ()  #: of an amendment
    asked: tuple[RoleAsked, ...] = ()


def read_draft(session: ReadSession, draft: Draft) -> Read:
    """What was typed, as a request."""
    base = draft.base
    return read(
        draft.content,
        PoolId(draft.pool_id),
        session.places,
        request_id=base.request_id if base else NEW,
        base=base,
    )


async def draft_of(session: ReadSession, draft: Draft) -> DraftView:
    """The whole of it; what lies in the plan is as the plan stands now."""
    found = read_draft(session, draft)
    request = found.request
    if request is None:
        return DraftView(read=found)
    pool_id, reads = PoolId(draft.pool_id), session.reads
    settings, _ = await reads.settings(pool_id)
    beyond = beyond_horizon(request, session.present, settings.horizon)
    nobody = await skills_nobody_has(session, pool_id, [request], before=draft.base)
    return DraftView(
        read=found,
        stumbling=tuple(stumbling_points(request)),
        notes=(*nobody, *filter(None, [beyond])),
        changes=tuple(changed(draft.base, request)) if draft.base else (),
        asked=await _asked(session, pool_id, found),
    )


async def _asked(session: ReadSession, pool_id: PoolId, found: Read) -> tuple[RoleAsked, ...]:
    reads = session.reads
    plan = await reads.plan(pool_id)
    if plan is None or found.request is None:
        return ()
    talents = await reads.talents(pool_id)
    ledger, worked = await reads.ledger(pool_id), await reads.worked(pool_id)
    return asked_of_pool(found.request, all_talent_hours(talents, plan, ledger, worked))


def open_drafts(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Those that are still being written."""
    return tuple(draft for draft in drafts if draft.open)
