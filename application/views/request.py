"""A request with its lines: what is asked, who works on it, what is unmet and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from application.views.hours import Hours, in_months, summed
from application.views.talent import MatchHours, still_ahead
from matcher.figures.outside_horizon import Outside, outside
from matcher.plan import Plan, Unmet, Why
from models.entities import DemandLine, Request
from models.ids import LineId, TalentId, request_of
from models.match import Match
from models.worked_hours import Worked


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A demand line."""

    line_id: LineId
    line: DemandLine
    served: Hours  #: 充足: hours of work that the plan gives it, by month
    live: tuple[MatchHours, ...] = ()
    worked: tuple[Worked, ...] = ()
    unmet: Unmet | None = None
    outside: Outside | None = None  #: asked hours that the plan does not speak of
    whys: Mapping[TalentId, Why] = field(default_factory=dict)

    @property
    def asked(self) -> Hours:
        """要請: what the line states, by month; in the plan, over, or later than it."""
        return self.line.hours


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request."""

    request: Request
    lines: tuple[LineView, ...]
    matches: tuple[Match, ...]  #: all of them, those that have ended too
    worked: tuple[Worked, ...]
    worked_on_gone_lines: tuple[Worked, ...]  #: lines that are asked no more
    unmet: tuple[Unmet, ...]
    whys: tuple[Why, ...]


def request_view(
    request: Request,
    plan: Plan | None,
    matches: Sequence[Match],
    worked: Sequence[Worked] = (),
) -> RequestView:
    """A request with what is its own of the pool's plan, matches and worked hours."""
    own = tuple(m for m in matches if request_of(m.line_id) == request.request_id)
    past = tuple(w for w in worked if request_of(w.line_id) == request.request_id)
    unmet = tuple(u for u in (plan.unmet if plan else ()) if u.request_id == request.request_id)
    whys = tuple(
        w for w in (plan.why if plan else ()) if request_of(w.line_id) == request.request_id
    )
    apart = {each.line_id: each for each in outside([request], plan)} if plan else {}
    asked = {request.line_id(line.line) for line in request.lines}
    return RequestView(
        request=request,
        lines=tuple(
            LineView(
                line_id=line_id,
                line=line,
                served=_served(plan, line_id),
                live=tuple(still_ahead(m, past) for m in own if m.line_id == line_id and m.live),
                worked=tuple(w for w in past if w.line_id == line_id),
                unmet=next((u for u in unmet if u.line_id == line_id), None),
                outside=apart.get(line_id),
                whys={why.talent_id: why for why in whys if why.line_id == line_id},
            )
            for line in request.lines
            for line_id in (request.line_id(line.line),)
        ),
        matches=own,
        worked=past,
        worked_on_gone_lines=tuple(w for w in past if w.line_id not in asked),
        unmet=unmet,
        whys=whys,
    )


def _served(plan: Plan | None, line_id: LineId) -> Hours:
    if plan is None:
        return {}
    given = (a.hours for a in plan.assignments if a.line_id == line_id)
    return in_months(summed(given), plan.months)
