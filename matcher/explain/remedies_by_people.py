"""Changes to a line or the pool: one person more, the PM first, somebody new."""

from collections.abc import Callable, Iterator

from matcher.explain.line_context import LineContext
from matcher.explain.remedy_check import Part
from matcher.explain.remedy_proposal import HIRING, RULE, SETTING, RemedyProposal
from matcher.plan import Enough
from matcher.problem import Assignment, Line


def of_people(context: LineContext) -> Iterator[RemedyProposal]:
    """One person more than the line allows."""
    if not context.roster.may_start(context.line_at) or context.room() > 1:
        return
    hands = context.one_able() if context.room() < 1 else context.two_able()
    if not hands:
        return
    people = len(context.roster.on[context.line_at]) + len(hands)
    wider = context.line.model_copy(update={"people": people})
    ids = context.ids(hands)
    yield RemedyProposal(
        SETTING * (people - context.line.people),
        Enough(
            kind="people",
            people=people,
            talents=ids,
            covers=context.line.asked,
        ),
        ids,
        context.replaced,
        lambda part: part.with_line(wider),
    )


def of_pm(context: LineContext) -> Iterator[RemedyProposal]:
    """The PM line first; for a request without one, a PM line or a PM of the municipality."""
    if context.roster.may_start(context.line_at) or not (hands := context.able()):
        return
    if (with_pm := _with_pm(context, context.line)) is None:
        return
    pm = context.pm_line()
    line_id = pm.line_id if pm else None
    yield RemedyProposal(
        pm.asked if pm else RULE,
        Enough(
            kind="pm_line",
            line_id=line_id,
            covers=context.line.asked,
        ),
        context.ids(hands),
        context.replaced,
        with_pm,
    )


def of_newcomer(context: LineContext) -> Iterator[RemedyProposal]:
    """One more talent of the role, the last resort: with the PM, and the place on the line."""
    hours = context.left_by_month()
    newcomer = context.newcomer(context.line, hours)
    if newcomer is None:
        return
    missing_pm = not context.roster.may_start(context.line_at)
    pm = context.pm_line() if missing_pm else None
    people = len(context.roster.on[context.line_at]) + 1
    wider = context.line.model_copy(update={"people": max(people, context.line.people)})
    if (with_pm := _with_pm(context, wider)) is None:
        return
    yield RemedyProposal(
        HIRING + sum(hours.values()),
        Enough(
            kind="talent",
            role=context.line.role,
            form=newcomer.form,
            hours=hours,
            people=people if context.room() < 1 else None,
            missing_pm=missing_pm,
            line_id=pm.line_id if pm else None,
            covers=context.line.asked,
        ),
        (newcomer.talent_id,),
        context.replaced,
        lambda part: with_pm(part.with_talent(newcomer)),
    )


def _with_pm(context: LineContext, line: Line) -> Callable[[Part], Part] | None:
    """The line as given, and its PM line served by somebody new, or no longer needed.

    None where nobody may do what the PM line asks.
    """
    if context.roster.may_start(context.line_at):
        return lambda part: part.with_line(line)
    pm = context.pm_line()
    if pm is None:
        alone = line.model_copy(update={"needs_pm": False})
        return lambda part: part.with_line(alone)
    hours = {month: amount for month, amount in pm.hours.items() if amount}
    somebody = context.newcomer(pm, hours)
    if somebody is None:
        return None
    work = Assignment(line_id=pm.line_id, talent_id=somebody.talent_id, hours=hours)
    return lambda part: part.with_line(line).with_talent(somebody).with_assignment(work)
