"""Where a form stands: under which address, for whom, and whose drafts it opens."""

from dataclasses import dataclass

from application.access.on_what import of_draft
from application.access.rights import Right
from application.drafting.steps import Step
from models.accounts import AccountRole
from models.drafts import Draft, DraftId
from models.ids import ActorId
from web.frame.allowed import NotFound
from web.frame.visit import Visit


@dataclass(frozen=True, slots=True)
class FormAt:
    """`/pools/{pool_id}` for coordinators, `/our` for officers."""

    base: str
    right: Right

    def path(self, visit: Visit, *parts: str) -> str:
        """An address beneath the list of requests."""
        root = self.base.format(pool_id=visit.pool_id)
        return "/".join([root, "requests", *parts])

    def step(self, visit: Visit, draft: Draft, step: Step) -> str:
        """The address of a step of a draft."""
        return self.path(visit, "drafts", draft.draft_id, step)

    async def draft(self, visit: Visit, draft_id: str) -> Draft:
        """A draft that is theirs and still being written. Raises NotFound."""
        draft = await visit.house.drafts.draft(visit.pool_id, DraftId(draft_id))
        actor = ActorId(visit.session.actor)
        if draft is None or not draft.open or not of_draft(visit.granted, actor, draft):
            raise NotFound(visit)
        return draft

    async def become(self, visit: Visit, draft_id: str) -> str | None:
        """Where the request is that a draft of theirs has become; None while it is a draft."""
        draft = await visit.house.drafts.draft(visit.pool_id, DraftId(draft_id))
        actor = ActorId(visit.session.actor)
        if draft is None or draft.posted is None or not of_draft(visit.granted, actor, draft):
            return None
        return self.path(visit) if is_officer(visit) else self.path(visit, draft.posted.request_id)


def is_officer(visit: Visit) -> bool:
    """Whether a coordinator has to post it."""
    return visit.granted.role is AccountRole.MUNICIPALITY
