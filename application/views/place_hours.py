"""The hours of municipalities: what is asked of the plan, and what it serves."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from application.views.hours import Hours, rate, summed, total
from matcher.plan import Plan
from models.codes import MunicipalityCode
from models.entities import Request
from models.ids import RequestId, request_of
from models.worked_hours import Worked

Places = tuple[MunicipalityCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHours:
    """A municipality, or several that ask jointly."""

    municipalities: Places
    requests: int  #: open requests
    asked: int  #: 要請: hours asked that the plan speaks of, served or unmet
    served_by_month: Hours = field(default_factory=dict)
    asked_by_month: Hours = field(default_factory=dict)
    worked: int = 0  #: 実績（合意分）: hours of months that are over

    @property
    def served(self) -> int:
        """充足: hours of work that the plan gives them."""
        return total(self.served_by_month)

    @property
    def unmet(self) -> int:
        """未充足: what is asked of the plan and nobody covers."""
        return self.asked - self.served

    @property
    def served_rate(self) -> float | None:
        """充足率: what is served of what is asked."""
        return rate(self.served, self.asked)


def asked_of_plan(plan: Plan) -> Counter[RequestId]:
    """要請 of each request: hours that the plan serves or leaves unmet."""
    asked: Counter[RequestId] = Counter()
    for unmet in plan.unmet:
        asked[unmet.request_id] += unmet.hours
    for assignment in plan.assignments:
        asked[request_of(assignment.line_id)] += assignment.total
    return asked


def place_hours(
    plan: Plan, requests: Sequence[Request], worked: Sequence[Worked]
) -> tuple[PlaceHours, ...]:
    """Everybody with an open request, and who was served in months that are over."""
    groups: defaultdict[Places, list[Request]] = defaultdict(list)
    for request in requests:
        groups[request.municipalities].append(request)
    past = _worked(worked, {frozenset(codes): codes for codes in groups})
    asked = asked_of_plan(plan)
    served: defaultdict[RequestId, list[Hours]] = defaultdict(list)
    for assignment in plan.assignments:
        served[request_of(assignment.line_id)].append(assignment.hours)
    missed: defaultdict[RequestId, list[Hours]] = defaultdict(list)
    for unmet in plan.unmet:
        missed[unmet.request_id].append(unmet.by_month)
    return tuple(
        PlaceHours(
            municipalities=codes,
            requests=len(groups.get(codes, [])),
            asked=sum(asked[request.request_id] for request in groups.get(codes, [])),
            served_by_month=summed(
                hours for request in groups.get(codes, []) for hours in served[request.request_id]
            ),
            asked_by_month=summed(
                hours
                for request in groups.get(codes, [])
                for hours in (*served[request.request_id], *missed[request.request_id])
            ),
            worked=past[codes],
        )
        for codes in sorted({*groups, *past})
    )


def _worked(worked: Sequence[Worked], known: Mapping[frozenset[str], Places]) -> Counter[Places]:
    """Hours that are over, in the order in which the same municipalities ask now."""
    past: Counter[Places] = Counter()
    for each in worked:
        past[known.get(frozenset(each.municipalities), each.municipalities)] += each.hours
    return past
