"""`/admin/invitations`, `/pools/{pool_id}/invitations`: links by which people get an account."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access import enrolment
from application.access.rights import INVITED_BY_COORDINATORS, Right
from models.accounts import AccountRole
from models.credentials import Ticket, TicketKind
from models.entities import TalentStatus
from models.phrase import Phrase
from web.frame.allowed import May, NotFound
from web.frame.visit import Visit
from web.pages.admin.grant_form import GrantForm

router = APIRouter()
Admin = Annotated[Visit, Depends(May(Right.MANAGE_ACCOUNTS))]
OfPool = Annotated[Visit, Depends(May(Right.INVITE))]
#: Whom a coordinator may let in, in the order of the roles.
_BY_COORDINATORS = tuple(role for role in AccountRole if role in INVITED_BY_COORDINATORS)


@router.get("/admin/invitations")
async def of_everybody(visit: Admin) -> Response:
    """Open invitations, and the form of a new one."""
    return await _shown(visit, GrantForm())


@router.post("/admin/invitations")
async def invite_anybody(visit: Admin) -> Response:
    """A new invitation for any role."""
    return await _invite(visit, GrantForm.of(visit.form))


@router.post("/admin/invitations/{invitation_id}/revoke")
async def revoke_any(visit: Admin, invitation_id: str) -> Response:
    """Its link opens nothing any more."""
    return await _revoke(visit, invitation_id)


@router.get("/pools/{pool_id}/invitations")
async def of_pool(visit: OfPool, talent: str = "") -> Response:
    """Open invitations to this pool, and the form of a new one, for a talent if one is named."""
    role = AccountRole.TALENT.value if talent else ""
    return await _shown(visit, GrantForm(role=role, pool=visit.pool_id, talent_id=talent))


@router.post("/pools/{pool_id}/invitations")
async def invite_to_pool(visit: OfPool) -> Response:
    """A new invitation for talents and municipalities of the pool."""
    return await _invite(visit, GrantForm.of(visit.form, visit.pool_id))


@router.post("/pools/{pool_id}/invitations/{invitation_id}/revoke")
async def revoke_of_pool(visit: OfPool, invitation_id: str) -> Response:
    """Its link opens nothing any more."""
    return await _revoke(visit, invitation_id)


async def _invite(visit: Visit, form: GrantForm) -> Response:
    house = visit.house
    wanted = await form.grant(visit)
    if wanted and not enrolment.may_invite(visit.granted, wanted):
        form.errors.add("role", Phrase.of("role_not_to_invite"))
    if wanted is None or form.errors:
        return await _shown(visit, form, 422)
    secret = await enrolment.invite(
        house.accounts, (wanted,), made_by=visit.session.actor, now=house.now()
    )
    link = f"{house.settings.origin}/welcome/{secret}"
    return visit.page("admin/link.html", link=link, login="", back=_path(visit))


async def _revoke(visit: Visit, invitation_id: str) -> Response:
    if all(each.ticket_id != invitation_id for each in await _open(visit)):
        raise NotFound(visit)
    await visit.house.accounts.revoke_ticket(invitation_id, visit.house.now())
    return visit.go(_path(visit))


async def _shown(visit: Visit, form: GrantForm, status: int = 200) -> Response:
    admin = visit.granted.role is AccountRole.ADMIN
    return visit.page(
        "admin/invitations.html",
        status,
        invitations=await _open(visit),
        form=form,
        roles=tuple(AccountRole) if admin else _BY_COORDINATORS,
        of_pool=not admin,
        talents=() if admin else await _talents(visit),
        path=_path(visit),
        zone=visit.house.now().tzinfo,
    )


async def _open(visit: Visit) -> Sequence[Ticket]:
    """Those that this person may see: an administrator all, a coordinator those they could make."""
    every = await visit.house.accounts.tickets(TicketKind.INVITATION, visit.house.now())
    own = visit.granted
    return [t for t in every if all(enrolment.may_invite(own, grant) for grant in t.grants)]


async def _talents(visit: Visit) -> Sequence[tuple[str, str]]:
    """Ids and names of those who are in the pool."""
    reads, pool = visit.session.reads, visit.pool_id
    names = {person.talent_id: person.name for person in await reads.people(pool)}
    there = (t.talent_id for t in await reads.talents(pool) if t.status is TalentStatus.ACTIVE)
    return [(each, f"{names.get(each, '')} {each}".strip()) for each in there]


def _path(visit: Visit) -> str:
    if visit.granted.role is AccountRole.ADMIN:
        return "/admin/invitations"
    return f"/pools/{visit.pool_id}/invitations"
