"""`…/requests/new`, `…/requests/drafts/{draft}/{step}`: the form of a request."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.drafts import (
    DraftOf,
    begin_draft,
    discard_draft,
    empty,
    save_draft,
)
from application.commands.post_draft import lay_together
from application.drafting.steps import Step, after, before
from application.drafting.typed import with_typed
from application.queries.draft import read_draft
from models.drafts import Draft
from models.errors import Stale
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.requests.form.at import FormAt
from web.pages.requests.form.buttons import LEADS_ON, pressed
from web.pages.requests.form.finishing import finish
from web.pages.requests.form.step_page import new_page, step_page


def form_pages(base: str, right: Right) -> APIRouter:
    """The pages of the form beneath an address, for whoever has the right."""
    router = APIRouter(prefix=f"{base}/requests")
    at = FormAt(base, right)
    Writer = Annotated[Visit, Depends(May(right))]  # noqa: N806 - a type

    @router.get("/new")
    async def new(visit: Writer) -> Response:
        """The first step; nothing is kept before it is sent."""
        return new_page(visit, at, empty(visit.session, DraftOf.by(visit.granted)))

    @router.post("/new")
    async def begin(visit: Writer) -> Response:
        """A draft of what was typed."""
        of, fields = DraftOf.by(visit.granted), typed_fields(visit)
        session = visit.session
        content = with_typed(empty(session, of), Step.PROBLEM, fields)
        errors = FormErrors()
        with errors.noted():
            draft = await begin_draft(session, visit.house.drafts, of, content)
        if errors:
            return new_page(visit, at, content, errors, 422)
        return await _on(visit, at, draft, Step.PROBLEM, fields)

    @router.get("/drafts/{draft_id}/discard")
    async def discarding(visit: Writer, draft_id: str) -> Response:
        """What will be lost, before it is."""
        return visit.page(
            "requests/form/discard.html", draft=await at.draft(visit, draft_id), at=at
        )

    @router.post("/drafts/{draft_id}/discard")
    async def discard(visit: Writer, draft_id: str) -> Response:
        """The draft is given up."""
        await discard_draft(visit.house.drafts, await at.draft(visit, draft_id))
        return visit.go(at.path(visit))

    @router.post("/drafts/{draft_id}/together")
    async def together(visit: Writer, draft_id: str) -> Response:
        """Others' changes and mine in one draft, to be looked through again."""
        fields = typed_fields(visit)
        known = await at.draft(visit, draft_id)
        if known.base is None:
            raise NotFound(visit)
        seen = known.model_copy(update={"version": seen_version(fields)})
        taken = {name for name, value in fields.items() if value == "theirs"}
        draft = await lay_together(visit.session, visit.house.drafts, seen, taken)
        return visit.go(at.step(visit, draft, Step.CHECK))

    @router.get("/drafts/{draft_id}/{step}")
    async def show(visit: Writer, draft_id: str, step: Step) -> Response:
        """A step with what was typed there."""
        if to := await at.become(visit, draft_id):
            return visit.go(to)
        draft = await at.draft(visit, draft_id)
        return await step_page(visit, at, draft, step)

    @router.post("/drafts/{draft_id}/{step}")
    async def save(visit: Writer, draft_id: str, step: Step) -> Response:
        """Keep what was typed, and go where the button leads."""
        if to := await at.become(visit, draft_id):
            return visit.go(to)
        fields = typed_fields(visit)
        known = await at.draft(visit, draft_id)
        seen = known.model_copy(update={"version": seen_version(fields)})
        if step is Step.CHECK and fields.get("do") in {"post", "again", "hand"}:
            return await finish(visit, at, seen, fields["do"])
        content = with_typed(known.content, step, fields)
        content = pressed(content, fields, known, visit.session.present)
        typed = known.model_copy(update={"content": content})
        errors = FormErrors()
        with errors.noted():
            try:
                saved = await save_draft(visit.session, visit.house.drafts, seen, content)
            except Stale as stale:
                errors.add("", stale.phrase)
                return await step_page(visit, at, typed, step, errors, status=409)
        if errors:
            return await step_page(visit, at, typed, step, errors, status=422)
        return await _on(visit, at, saved, step, fields)

    return router


def typed_fields(visit: Visit) -> Mapping[str, str]:
    """The texts of the form; files have no place in it."""
    return {name: value for name, value in visit.form.multi_items() if isinstance(value, str)}


def seen_version(fields: Mapping[str, str]) -> int:
    """The version of the draft that the form was filled in from; 0 where it does not say."""
    said = fields.get("version", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0


async def _on(
    visit: Visit, at: FormAt, draft: Draft, step: Step, fields: Mapping[str, str]
) -> Response:
    """Where the button leads; on to the next step only where this one is right."""
    button = fields.get("do", "next")
    if button == "later":
        return visit.go(at.path(visit))
    if button == "back":
        return visit.go(at.step(visit, draft, before(step)))
    if button not in LEADS_ON:
        return visit.go(at.step(visit, draft, step))
    errors = FormErrors()
    for each in read_draft(visit.session, draft).of_step(step):
        errors.add(each.field, each.said)
    if errors:
        return await step_page(visit, at, draft, step, errors, status=422)
    return visit.go(at.step(visit, draft, after(step)))
