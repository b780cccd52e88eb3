"""A line with unmet hours: the funnel, the causes and what they speak of, what would be enough."""

from collections.abc import Mapping

from matcher.explain.eligibility_table import EligibilityTable
from matcher.explain.failed_explanation import number_of
from matcher.explain.funnel import Losses, reach
from matcher.explain.line_context import LineContext, lifted
from matcher.explain.prices import prices
from matcher.explain.remedies import Proofs, enough
from matcher.explain.removal_cost import RemovalCosts
from matcher.explanation import CAUSES
from matcher.plan import Cause, CauseFacts, RunningMonth, Unmet
from matcher.problem import Problem, ProblemTalent
from matcher.roster.best_insertion import best_insertion
from matcher.roster.roster import Roster
from models.entities import Form
from models.months import Month

#: Causes behind which there is something in use that has a price.
_BUSY = {Cause.HOURS_FULL, Cause.TOO_MANY_PLACES, Cause.EXCLUSIVE}


def unmet(
    eligibility: EligibilityTable,
    removal: RemovalCosts,
    roster: Roster,
    line: int,
    proofs: Proofs | None,
) -> Unmet:
    """Why the line stays unmet; with the means to prove it, also what would be enough."""
    changes = enough(eligibility, roster, line, proofs) if proofs else ()
    movable = [at for at in roster.on[line] if not roster.numbered.is_pinned(line, at)]
    missing = {
        month: left
        for month, left in zip(roster.numbered.months, roster.left[line], strict=True)
        if left
    }
    with lifted(roster, line, movable) as taken:
        context = LineContext(eligibility, roster, line, taken)
        losses = Losses(context)
        funnel = losses.funnel()
        causes = _causes(context, losses, [change.kind for change in changes])
        nearest, lacks, travel = _nearest(context, losses, causes[0])
        pm = context.pm_line()
        block = roster.numbered.problem.block if context.is_scrap() else 0
        ends = _ends(context, losses, causes[0])
        partly = causes[0] is Cause.HOURS_FULL and not nearest and _are_few(context, losses)
    costs = (
        prices(LineContext(eligibility, roster, line, {}), removal) if causes[0] in _BUSY else {}
    )
    asked, full = context.line, nearest if causes[0] is Cause.TOO_MANY_PLACES else None
    hours = sum(missing.values())
    facts = CauseFacts.model_construct(
        nearest=nearest.talent_id if nearest else None,
        lacks=dict(lacks),
        travel=travel,
        at_once=full.municipalities_at_once if full else None,
        has_some=len(roster.on[line]) > len(movable),
        skills=asked.skills if Cause.NO_SKILL in causes else {},
        nature=asked.nature if Cause.NO_NATURE in causes else None,
        ends=ends,
        partly=partly,
        exclusive=asked.exclusive,
        pm_line=pm.line_id if pm and Cause.NO_PM in causes else None,
        people=asked.people,
        block=block,
        running=_running(roster.numbered.problem, missing),
    )
    return Unmet.model_construct(
        line_id=asked.line_id,
        request_id=asked.request_id,
        line=number_of(asked),
        role=asked.role,
        municipalities=asked.municipalities,
        asked=asked.asked,
        hours=hours,
        by_month=missing,
        cause=causes[0],
        causes=causes,
        facts=facts,
        funnel=funnel,
        enough=changes,
        prices=costs,
        need=asked.need,
    )


def _running(problem: Problem, missing: Mapping[Month, int]) -> RunningMonth | None:
    """The month that has begun, where hours of it are missing: only what is left of it counts."""
    first = problem.months[0]
    days = problem.workdays
    if days is None or first not in missing:
        return None
    return RunningMonth(month=first, left=days.left, of=days.of)


def _causes(context: LineContext, losses: Losses, enough: list[str]) -> tuple[Cause, ...]:
    """The binding cause, then what else stands in the way, the nearest first."""
    lost = [row for row in losses.funnel() if row.lost]
    chain: list[Cause] = []
    if not context.roster.may_start(context.line_at):
        chain.append(Cause.NO_PM)
    if context.room() < 1 or context.is_scrap() or enough[:1] == ["people"]:
        chain.append(Cause.PEOPLE_LIMIT)
    if losses.survivors():
        # People pass every rule and still do not serve it: too few together, or not worth it.
        if not chain:
            helps = context.able() or (
                not context.taken and best_insertion(context.roster, context.line_at)
            )
            chain.append(Cause.NOT_WORTH if helps else Cause.HOURS_FULL)
    elif lost:
        chain.append(CAUSES.get(lost[-1].rule, Cause.OTHER_RULE))
    # That most people hold another role is no news.
    chain += [
        CAUSES.get(row.rule, Cause.OTHER_RULE) for row in reversed(lost) if row.rule != "role"
    ]
    chain += [Cause.PEOPLE_LIMIT] if "people" in enough else []
    return tuple(dict.fromkeys(chain)) or (Cause.NO_ROLE,)


def _nearest(
    context: LineContext, losses: Losses, cause: Cause
) -> tuple[ProblemTalent | None, Mapping[Month, int], int]:
    """Who comes closest to serving what is left, the hours they lack, and those on the way."""
    fit = [at for at in context.others if not context.static(at)]
    if cause is Cause.TOO_MANY_PLACES:
        full = [at for at in fit if "places" in losses.lost[at]]
        full.sort(key=lambda at: (losses.lost[at] != ("places",), at))
        return (context.numbered.talents[full[0]], {}, 0) if full else (None, {}, 0)
    lacks = [(sum(lack.values()), at, lack) for at in fit if (lack := context.lack(at))]
    if not lacks:
        return None, {}, 0
    _, at, lack = min(lacks, key=lambda item: item[:2])
    way = sum(context.toll(at, context.numbered.month_at[month]) for month in lack)
    return context.numbered.talents[at], lack, way


def _are_few(context: LineContext, losses: Losses) -> bool:
    """Whether nobody who meets the conditions may work in enough of the months."""
    fit = [at for at in context.others if not context.static(at)]
    return bool(fit) and all(
        reach(context, context.open_months(at), context.left) < losses.target for at in fit
    )


def _ends(context: LineContext, losses: Losses, cause: Cause) -> Month | None:
    """When the appointments end that keep everybody away; None where it is another contract."""
    if cause is not Cause.NO_CONTRACT:
        return None
    talents = [
        context.numbered.talents[at]
        for at, lost in losses.lost.items()
        if "role" not in lost and "skill" not in lost and "contract" in lost
    ]
    ends = {t.last_month for t in talents if t.form is Form.FISCAL_YEAR}
    first = min(context.left_by_month(), default="")
    all_of_them = all(t.form is Form.FISCAL_YEAR and t.last_month < first for t in talents)
    return ends.pop() if len(ends) == 1 and all_of_them else None
