"""A request as its page shows it: asked, served, unmet; who works on it; what happened to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.ports import Drafts
from application.session import Session
from application.views.hours import Hours, summed, total
from application.views.place_hours import asked_of_plan
from application.views.request import RequestView, request_view
from application.views.requests import Service, needs_of, service_of
from application.views.timeline import TimelineView, timeline_view
from models.drafts import Draft
from models.entities import Request
from models.errors import Mistake
from models.ids import PoolId, RequestId, TalentId
from models.months import Month
from models.pool_settings import NeedPart
from models.revision_claims import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestInFull:
    """All of it; the request as it was last acknowledged, the rest as the plan has it."""

    view: RequestView
    service: Service
    asked: int  #: 要請: hours that the plan serves or leaves unmet
    served: Hours  #: 充足, by month
    months: tuple[Month, ...]
    timeline: TimelineView
    people: Mapping[TalentId, str]  #: names: personal data, for coordinators alone
    needs: tuple[NeedPart, ...] = ()
    arriving: bool = False  #: the plan does not know it yet
    drafts: tuple[Draft, ...] = ()  #: in which somebody is amending it
    amended: Draft | None = None  #: the last amendment, as far as it can be taken back

    @property
    def request(self) -> Request:
        """As it was last acknowledged."""
        return self.view.request

    @property
    def served_total(self) -> int:
        """充足, all months."""
        return total(self.served)


async def request_in_full(
    session: Session, drafts: Drafts, pool_id: PoolId, request_id: RequestId
) -> RequestInFull | None:
    """None where nobody has acknowledged a request of this id."""
    reads = session.reads
    try:
        request = await session.desk.known_request(pool_id, request_id)
    except Mistake:
        return None
    # In this order: a plan that is read last knows all that was found to be planned before.
    kept, version = await reads.request(pool_id, request_id), await reads.pool_version(pool_id)
    behind = await reads.planned_version(pool_id) < version
    plan = await reads.plan(pool_id)
    view = request_view(request, plan, await reads.matches(pool_id), await reads.worked(pool_id))
    asked = asked_of_plan(plan)[request_id] if plan else 0
    served = summed(line.served for line in view.lines)
    own = [d for d in await drafts.drafts(pool_id) if d.request_id == request_id]
    return RequestInFull(
        view=view,
        service=service_of(request, asked, total(served)),
        asked=asked,
        served=served,
        months=_months(view),
        timeline=await _timeline(session, view),
        people={p.talent_id: p.name for p in await reads.people(pool_id)},
        needs=needs_of(await reads.problem(pool_id)).get(request_id, ()),
        arriving=behind or kept is None or kept.revision < request.revision,
        drafts=tuple(draft for draft in own if draft.open),
        amended=next((d for d in own if d.posted and _last(d.posted, request)), None),
    )


def _last(posted: Request, request: Request) -> bool:
    """Whether nothing was stated since the amendment was."""
    return posted.model_copy(update={"revision": 0}) == request.model_copy(update={"revision": 0})


def _months(view: RequestView) -> tuple[Month, ...]:
    asked = {month for line in view.lines for month, hours in line.asked.items() if hours}
    worked = {month for line in view.lines for each in line.live for month in each.ahead}
    return tuple(sorted(asked | worked))


async def _timeline(session: Session, view: RequestView) -> TimelineView:
    request, reads = view.request, session.reads
    own = await reads.revisions(Kind.REQUEST, request.pool_id, request.request_id)
    of_matches = [
        await reads.revisions(Kind.MATCH, request.pool_id, match.match_id) for match in view.matches
    ]
    return timeline_view(request.request_id, [own, *of_matches])
