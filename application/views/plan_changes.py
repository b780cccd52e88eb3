"""What moved between the plan that somebody has seen and the plan there is now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from application.views.line_names import LineName
from matcher.plan import Plan
from matcher.planning.changes import Changes, changes
from matcher.planning.plan_look import PlanLook
from models.codes import MunicipalityCode
from models.ids import LineId, TalentId
from models.plan_triggers import Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of both plans; `code` names it."""

    code: str
    before: int
    after: int
    hours: bool = True  #: quarters; else a count

    @property
    def difference(self) -> int:
        """More, or less where below 0."""
        return self.after - self.before


@dataclass(frozen=True, kw_only=True)
class PlanChanges:
    """The present plan against the one that was seen; none was on the first visit."""

    plan: Plan
    names: Mapping[LineId, LineName]
    people: Mapping[TalentId, str]
    before: Plan | None = None
    looked: datetime | None = None
    moved: Changes | None = None
    because: tuple[Trigger, ...] = ()  #: none where the plan that was seen is not kept any more
    figures: tuple[Figure, ...] = ()
    fixed: int = 0  #: matches that no plan moves


def moved_since(look: PlanLook, plan: Plan) -> Changes:
    """Assignment by assignment."""
    return changes(look.plan.assignments, plan.assignments)


def figures_of(look: PlanLook, plan: Plan, names: Mapping[LineId, LineName]) -> tuple[Figure, ...]:
    """The numbers of both plans side by side."""
    missing = sum(each.hours for each in plan.unmet)
    return (
        Figure(code="served", before=look.plan.served, after=plan.served),
        Figure(code="unmet", before=look.unmet, after=missing),
        Figure(code="asked", before=look.plan.served + look.unmet, after=plan.served + missing),
        Figure(
            code="places",
            before=len(_reached(look.plan, names)),
            after=len(_reached(plan, names)),
            hours=False,
        ),
    )


def _reached(plan: Plan, names: Mapping[LineId, LineName]) -> set[MunicipalityCode]:
    """Municipalities with one hour at least."""
    return {
        code
        for each in plan.assignments
        if each.line_id in names
        for code in names[each.line_id].municipalities
    }
