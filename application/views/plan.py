"""A plan with everything that is shown of it: one view, for pages, sheets and documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from application.views.agreement import needs_attention
from application.views.hours import Hours, rate, summed, total
from application.views.line_names import LineName, name_of, names_of_problem, names_of_requests
from application.views.place_hours import PlaceHours, place_hours
from application.views.talent_hours import TalentHours, all_talent_hours
from application.views.worked_out import WorkedOut
from matcher.figures.outside_horizon import Outside, outside
from matcher.plan import Plan, Unmet, Why
from matcher.ports import LedgerRow
from matcher.problem import Problem
from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.ids import LineId, TalentId
from models.match import Match
from models.months import Month
from models.worked_hours import Worked


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentView:
    """割当: who works on which line, and what has become of it."""

    name: LineName
    talent_id: TalentId
    hours: Hours  #: hours of work by month, without the way there
    match: Match | None = None
    why: Why | None = None

    @property
    def total(self) -> int:
        """Over the months shown."""
        return total(self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetView:
    """未充足: hours of a line that nobody covers."""

    name: LineName
    unmet: Unmet


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTotals:
    """A plan in a few numbers."""

    plan: Plan
    served: int  #: 充足: hours of work over all assignments
    asked: int  #: 要請: hours asked that the plan speaks of, served or unmet

    @property
    def unmet(self) -> int:
        """未充足: what is asked of the plan and nobody covers."""
        return self.asked - self.served

    @property
    def served_rate(self) -> float | None:
        """充足率: what is served of what is asked."""
        return rate(self.served, self.asked)


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """Raw values: ids, codes, months, quarters; `only` where one month alone is looked at."""

    plan: Plan
    totals: PlanTotals
    assignments: tuple[AssignmentView, ...] = ()
    unmet: tuple[UnmetView, ...] = ()
    talents: tuple[TalentHours, ...] = ()
    places: tuple[PlaceHours, ...] = ()
    outside: tuple[Outside, ...] = ()
    worked: tuple[Worked, ...] = ()
    to_look_at: tuple[Match, ...] = ()  #: agreements that a coordinator should see
    names: Mapping[LineId, LineName] = field(default_factory=dict)
    people: Mapping[TalentId, str] = field(default_factory=dict)  #: names, where asked for
    requests: int = 0  #: open requests
    talents_active: int = 0  #: talents in the pool
    sample: bool = False
    with_matches: bool = False  #: assignments have lives: a store stands behind them
    only: Month | None = None
    worked_out: WorkedOut = field(default_factory=WorkedOut, compare=False, repr=False)

    @property
    def served_by_month(self) -> Hours:
        """充足 by month."""
        return summed(each.hours for each in self.assignments)


def totals(plan: Plan) -> PlanTotals:
    """Of the whole plan, whatever is shown of it."""
    asked = plan.served + sum(unmet.hours for unmet in plan.unmet)
    return PlanTotals(plan=plan, served=plan.served, asked=asked)


def plan_view(
    plan: Plan,
    requests: Sequence[Request],
    talents: Sequence[Talent] = (),
    *,
    matches: Sequence[Match] = (),
    ledger: Sequence[LedgerRow] = (),
    worked: Sequence[Worked] = (),
    people: Sequence[Person] = (),
    only: Month | None = None,
) -> PlanView:
    """A plan with the requests, talents, matches and worked hours that its ids stand for."""
    names = names_of_requests(requests)
    still = [request for request in requests if request.status is RequestStatus.OPEN]
    shown = [each for each in worked if only in (None, each.month)]
    return PlanView(
        plan=plan,
        totals=totals(plan),
        assignments=_assignments(plan, names, matches, only),
        unmet=_unmet(plan, names),
        talents=all_talent_hours(talents, plan, ledger, shown, only=only),
        places=place_hours(_in_month(plan, only), still, shown),
        outside=outside(requests, plan),
        worked=tuple(shown),
        to_look_at=tuple(match for match in matches if needs_attention(match)),
        names=names,
        people={person.talent_id: person.name for person in people},
        requests=len(still),
        talents_active=sum(talent.status is TalentStatus.ACTIVE for talent in talents),
        sample=any(r.sample for r in requests) or any(t.sample for t in talents),
        with_matches=bool(matches),
        only=only,
    )


def view_of_problem(problem: Problem, plan: Plan) -> PlanView:
    """A plan of a problem from a file: no titles, no matches, nothing that is over."""
    names = names_of_problem(problem)
    return PlanView(
        plan=plan,
        totals=totals(plan),
        assignments=_assignments(plan, names, (), None),
        unmet=_unmet(plan, names),
        names=names,
    )


def _in_month(plan: Plan, only: Month | None) -> Plan:
    """What the plan says of one month; all of it where none is named."""
    if only is None:
        return plan
    kept = [(each, each.hours.get(only)) for each in plan.assignments]
    missed = [(each, each.by_month.get(only)) for each in plan.unmet]
    return plan.model_copy(
        update={
            "assignments": tuple(
                each.model_copy(update={"hours": {only: hours}}) for each, hours in kept if hours
            ),
            "unmet": tuple(
                each.model_copy(update={"hours": hours, "by_month": {only: hours}})
                for each, hours in missed
                if hours
            ),
        }
    )


def _assignments(
    plan: Plan, names: Mapping[LineId, LineName], matches: Sequence[Match], only: Month | None
) -> tuple[AssignmentView, ...]:
    live = {(match.line_id, match.talent_id): match for match in matches if match.live}
    whys = {(why.line_id, why.talent_id): why for why in plan.why}
    rows = (
        AssignmentView(
            name=name_of(each.line_id, names),
            talent_id=each.talent_id,
            hours={m: each.hours[m] for m in sorted(each.hours) if only in (None, m)},
            match=live.get(each.pair),
            why=whys.get(each.pair),
        )
        for each in plan.assignments
    )
    return tuple(sorted((row for row in rows if row.hours), key=_order))


def _order(row: AssignmentView) -> tuple[tuple[str, str, int], str]:
    return row.name.order, row.talent_id


def _unmet(plan: Plan, names: Mapping[LineId, LineName]) -> tuple[UnmetView, ...]:
    rows = (UnmetView(name=name_of(each.line_id, names), unmet=each) for each in plan.unmet)
    return tuple(sorted(rows, key=lambda row: row.name.order))
