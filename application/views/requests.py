"""The requests of a pool as a list: what is asked and served of each, and how far it has come."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from application.views.place_hours import asked_of_plan
from matcher.plan import Plan
from matcher.problem import Problem
from models.codes import MunicipalityCode
from models.drafts import Draft
from models.entities import Request, RequestStatus, Role
from models.ids import RequestId, request_of
from models.months import Month
from models.pool_settings import NeedPart


class Service(StrEnum):
    """How far a request is served; the first ones want somebody's eye first."""

    UNMET = "unmet"
    PARTLY = "partly"
    OUTSIDE = "outside"  #: the plan speaks of none of its hours
    SERVED = "served"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A request, or a draft of one."""

    request_id: RequestId | None
    draft: Draft | None = None
    title: str
    theme: str = ""
    places: tuple[MunicipalityCode, ...] = ()
    places_typed: str = ""  #: of a draft
    roles: tuple[Role, ...] = ()
    nature: str = ""
    urgency: int = 0
    first: Month | None = None
    last: Month | None = None
    asked: int = 0  #: 要請: hours that the plan serves or leaves unmet
    served: int = 0  #: 充足
    service: Service
    needs: tuple[NeedPart, ...] = ()  #: what is known of the municipality
    sample: bool = False

    @property
    def unmet(self) -> int:
        """未充足."""
        return self.asked - self.served


def request_rows(
    requests: Sequence[Request],
    drafts: Sequence[Draft],
    plan: Plan | None,
    problem: Problem | None,
) -> tuple[RequestRow, ...]:
    """Every request and every draft, in no order."""
    asked = asked_of_plan(plan) if plan else Counter[RequestId]()
    served: Counter[RequestId] = Counter()
    for each in plan.assignments if plan else ():
        served[request_of(each.line_id)] += each.total
    needs = needs_of(problem)
    rows = [_row(each, asked, served, needs) for each in requests]
    return (*rows, *map(_draft_row, drafts))


def service_of(request: Request, asked: int, served: int) -> Service:
    """By the hours of the plan."""
    if request.status is RequestStatus.WITHDRAWN:
        return Service.WITHDRAWN
    if not asked:
        return Service.OUTSIDE
    if not served:
        return Service.UNMET
    return Service.SERVED if served >= asked else Service.PARTLY


def _row(
    request: Request,
    asked: Mapping[RequestId, int],
    served: Mapping[RequestId, int],
    needs: Mapping[RequestId, tuple[NeedPart, ...]],
) -> RequestRow:
    id_ = request.request_id
    months = sorted(m for line in request.lines for m, hours in line.hours.items() if hours)
    of_plan, given = asked.get(id_, 0), served.get(id_, 0)
    return RequestRow(
        request_id=id_,
        title=request.title,
        theme=request.theme,
        places=request.municipalities,
        roles=tuple(role for role in Role if any(line.role is role for line in request.lines)),
        nature=request.nature,
        urgency=request.urgency,
        first=months[0],
        last=months[-1],
        asked=of_plan,
        served=given,
        service=service_of(request, of_plan, given),
        needs=needs.get(id_, ()),
        sample=request.sample,
    )


def _draft_row(draft: Draft) -> RequestRow:
    content = draft.content
    typed = {line.role for line in content.lines}
    return RequestRow(
        request_id=draft.base.request_id if draft.base else None,
        draft=draft,
        title=content.title,
        theme=content.theme,
        places_typed=content.municipalities,
        roles=tuple(role for role in Role if role.value in typed),
        nature=content.nature,
        urgency=int(content.urgency) if content.urgency in {"1", "2", "3"} else 0,
        service=Service.DRAFT,
    )


def needs_of(problem: Problem | None) -> dict[RequestId, tuple[NeedPart, ...]]:
    """Facts about the municipality that add to the worth of its hours."""
    found: dict[RequestId, tuple[NeedPart, ...]] = {}
    for line in problem.lines if problem else ():
        known = (p for p, worth in line.need.items() if worth and p is not NeedPart.UNSERVED)
        found[request_of(line.line_id)] = tuple(known)
    return found
