"""Changes to a line or the pool: one person more, the PM first, somebody new."""

from collections.abc import Callable, Iterator

from matcher.explain import en, ja
from matcher.explain.case import Case
from matcher.explain.proof import Part
from matcher.explain.proposal import HIRING, RULE, SETTING, Proposal
from matcher.explain.words import Newcomer
from matcher.plan import Enough
from matcher.problem import Assignment, Line


def of_people(case: Case) -> Iterator[Proposal]:
    """One person more than the line allows."""
    if not case.roster.may_start(case.line_at) or case.room() > 1:
        return
    hands = case.one_able() if case.room() < 1 else case.two_able()
    if not hands:
        return
    people = len(case.roster.on[case.line_at]) + len(hands)
    wider = case.line.model_copy(update={"people": people})
    ids = case.ids(hands)
    yield Proposal(
        SETTING * (people - case.line.people),
        Enough(
            kind="people",
            people=people,
            covers=case.line.asked,
            text_ja=ja.people(people, ids),
            text_en=en.people(people, ids),
        ),
        ids,
        case.replaced,
        lambda part: part.with_line(wider),
    )


def of_pm(case: Case) -> Iterator[Proposal]:
    """The PM line first; for a request without one, a PM line or a PM of the municipality."""
    if case.roster.may_start(case.line_at) or not (hands := case.able()):
        return
    if (with_pm := _with_pm(case, case.line)) is None:
        return
    pm = case.pm_line()
    line_id = pm.line_id if pm else None
    yield Proposal(
        pm.asked if pm else RULE,
        Enough(
            kind="pm_line",
            line_id=line_id,
            covers=case.line.asked,
            text_ja=ja.pm_line(line_id),
            text_en=en.pm_line(line_id),
        ),
        case.ids(hands),
        case.replaced,
        with_pm,
    )


def of_newcomer(case: Case) -> Iterator[Proposal]:
    """One more talent of the role, the last resort: with the PM, and the place on the line."""
    hours = case.left_by_month()
    newcomer = case.newcomer(case.line, hours)
    if newcomer is None:
        return
    missing_pm = not case.roster.may_start(case.line_at)
    pm = case.pm_line() if missing_pm else None
    people = len(case.roster.on[case.line_at]) + 1
    wider = case.line.model_copy(update={"people": max(people, case.line.people)})
    if (with_pm := _with_pm(case, wider)) is None:
        return
    needs = Newcomer(
        role=case.line.role,
        form=newcomer.form,
        hours=hours,
        missing_pm=missing_pm,
        pm_line=pm.line_id if pm else None,
        people=people if case.room() < 1 else None,
    )
    yield Proposal(
        HIRING + sum(hours.values()),
        Enough(
            kind="talent",
            role=needs.role,
            form=needs.form,
            hours=hours,
            people=needs.people,
            line_id=needs.pm_line,
            covers=case.line.asked,
            text_ja=ja.newcomer(needs),
            text_en=en.newcomer(needs),
        ),
        (newcomer.talent_id,),
        case.replaced,
        lambda part: with_pm(part.with_talent(newcomer)),
    )


def _with_pm(case: Case, line: Line) -> Callable[[Part], Part] | None:
    """The line as given, and its PM line served by somebody new, or no longer needed.

    None where nobody may do what the PM line asks.
    """
    if case.roster.may_start(case.line_at):
        return lambda part: part.with_line(line)
    pm = case.pm_line()
    if pm is None:
        alone = line.model_copy(update={"needs_pm": False})
        return lambda part: part.with_line(alone)
    hours = {month: amount for month, amount in pm.hours.items() if amount}
    somebody = case.newcomer(pm, hours)
    if somebody is None:
        return None
    work = Assignment(line_id=pm.line_id, talent_id=somebody.talent_id, hours=hours)
    return lambda part: part.with_line(line).with_talent(somebody).with_assignment(work)
