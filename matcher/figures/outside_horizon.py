"""Demand outside the horizon of a plan: months over, too late now, or far ahead."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher.plan import Plan
from models.entities import Request, RequestStatus
from models.ids import LineId, RequestId
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Quarters of one demand line that a plan does not speak of, by month."""

    request_id: RequestId
    line_id: LineId
    over: Mapping[Month, int]  #: in months before the plan's first
    late: Mapping[Month, int]  #: of the first month: more than is left of its working days
    beyond: Mapping[Month, int]  #: in months after the plan's last
    planned: bool  #: the plan speaks of other hours of the line

    @property
    def hours(self) -> dict[Month, int]:
        """All of them, in the order of the months."""
        return {**self.over, **self.late, **self.beyond}


def outside(requests: Iterable[Request], plan: Plan) -> tuple[Outside, ...]:
    """Lines of open requests with hours outside the plan, in order of request and line."""
    first = plan.months[0]
    counted = _in_first_month(plan)
    known = {a.line_id for a in plan.assignments} | {u.line_id for u in plan.unmet}
    found = []
    for request in sorted(requests, key=lambda each: each.request_id):
        if request.status is not RequestStatus.OPEN:
            continue
        for line in request.lines:
            line_id = request.line_id(line.line)
            over, beyond = apart(line.hours, plan.months)
            left = line.hours.get(first, 0) - counted[line_id]
            late = {first: left} if left > 0 else {}
            if over or late or beyond:
                found.append(
                    Outside(
                        request_id=request.request_id,
                        line_id=line_id,
                        over=over,
                        late=late,
                        beyond=beyond,
                        planned=line_id in known,
                    )
                )
    return tuple(found)


def apart(
    hours: Mapping[Month, int], months: Sequence[Month]
) -> tuple[dict[Month, int], dict[Month, int]]:
    """Hours in months before and after those planned."""
    over = {month: hours[month] for month in sorted(hours) if hours[month] and month < months[0]}
    beyond = {month: hours[month] for month in sorted(hours) if hours[month] and month > months[-1]}
    return over, beyond


def not_planned(found: Iterable[Outside]) -> list[list[Outside]]:
    """Requests none of whose lines are in the plan, each with its lines."""
    by_request: dict[str, list[Outside]] = defaultdict(list)
    for each in found:
        by_request[each.request_id].append(each)
    return [lines for lines in by_request.values() if not any(line.planned for line in lines)]


def _in_first_month(plan: Plan) -> Counter[str]:
    """Quarters of each line that the plan serves or misses in its first month."""
    first = plan.months[0]
    counted: Counter[str] = Counter()
    for assignment in plan.assignments:
        counted[assignment.line_id] += assignment.hours.get(first, 0)
    for unmet in plan.unmet:
        counted[unmet.line_id] += unmet.by_month.get(first, 0)
    return counted
