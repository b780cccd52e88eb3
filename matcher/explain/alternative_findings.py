"""What is found of each alternative: the condition, the want of hours, or the points it costs."""

from collections.abc import Sequence

from matcher.explain.alternatives import Alternative, Incumbent
from matcher.explain.funnel import reach
from matcher.explain.line_context import LineContext, lifted
from matcher.explain.removal_cost import RemovalCosts
from matcher.plan import Against, Terms, WhyNot
from matcher.roster.best_hours import best_hours
from matcher.roster.insertion import Insertion
from models.ids import LineId
from models.skills import lacking

_TERMS = tuple(Terms.model_fields)


def finding(place: Incumbent, alternative: Alternative, removal: RemovalCosts) -> WhyNot:
    """What keeps one of them away, or what it would cost if they served the line."""
    if alternative.kind in (Against.APART, Against.CONDITION):
        return _unfit(place, alternative)
    if alternative.offer:
        return _dearer(place, alternative.talent, alternative.kind, alternative.offer)
    context, at = place.context, alternative.talent
    talent = context.numbered.talents[at]
    months = _months(context, at, alternative.kind)
    needed = place.roster.need_of(context.line_at)
    is_full, is_short = alternative.kind is Against.FULL, alternative.kind is Against.MONTHS
    loss, displaced = (None, None) if is_short else _displacing(place, at, removal)
    return WhyNot.model_construct(
        talent_id=talent.talent_id,
        kind=alternative.kind,
        months=tuple(context.numbered.months[month] for month in months),
        reach=alternative.reach if is_full or is_short else None,
        needs=needed if is_full or is_short else None,
        travel=_on_the_way(context, at, months, needed) if is_full else 0,
        loss=loss,
        displaced=displaced,
        at_once=talent.municipalities_at_once if alternative.kind is Against.PLACES else None,
        exclusive=alternative.kind is Against.EXCLUSIVE and context.line.exclusive,
    )


def _unfit(place: Incumbent, alternative: Alternative) -> WhyNot:
    """The conditions that fail, and what of the talent and the line they speak of."""
    line, rules = place.context.line, alternative.rules
    talent = place.context.numbered.talents[alternative.talent]
    by_term = "contract" in rules
    return WhyNot.model_construct(
        talent_id=talent.talent_id,
        kind=alternative.kind,
        rules=rules,
        skills=dict(lacking(talent.skills, line.skills)) if "skill" in rules else {},
        form=talent.form if by_term or "nature" in rules else None,
        nature=line.nature if "nature" in rules else None,
        first=talent.contract_from if by_term else None,
        last=talent.last_month if by_term else None,
    )


def _dearer(place: Incumbent, at: int, kind: Against, offer: Insertion) -> WhyNot:
    """What is lost with somebody who could come: term by term, by the hours and by the fit."""
    context, hours = place.context, offer.shares[0][1]
    numbered, gives = context.numbered, offer.quarters
    fewer = max(0, sum(place.hours) - gives)
    travel = sum(context.toll(at, month) for month, some in enumerate(hours) if some)
    mine = numbered.pair(context.line_at, place.talent)
    theirs = numbered.pair(context.line_at, at)
    return WhyNot.model_construct(
        talent_id=numbered.talents[at].talent_id,
        kind=kind,
        travel=travel,
        loss=place.points - offer.points,
        terms=_lost(place, at, hours),
        fewer=fewer,
        by_travel=fewer > 0 and travel > 0 and _without_travel(place, at) > gives,
        less_fit=(mine.rate - theirs.rate) * gives + mine.own - theirs.own,
    )


def _without_travel(place: Incumbent, at: int) -> int:
    """Quarters they would give if the way took no time."""
    context, roster = place.context, place.roster
    at_once = context.numbered.at_once[at]
    return sum(
        min(context.left[month], roster.free[at][month])
        for month in context.open_months(at)
        if min(context.left[month], roster.free[at][month]) >= context.least[month]
        and context.has_place(at, month, at_once)
        and context.is_apart(at, month)
    )


def _lost(place: Incumbent, at: int, hours: Sequence[int]) -> Terms:
    """The terms with the person on the line, less those with somebody else in their place."""
    roster, line = place.roster, place.context.line_at
    roster.put(line, at, hours)
    other = roster.terms
    roster.drop(line, at)
    return Terms(**{name: getattr(place.terms, name) - getattr(other, name) for name in _TERMS})


def _months(context: LineContext, at: int, kind: Against) -> list[int]:
    """The months asked in which this is what keeps the talent from giving all that is left."""
    months = [month for month in context.open_months(at) if context.left[month]]
    if kind is Against.MONTHS:
        return months
    if kind is Against.FULL:
        free = context.roster.free[at]
        return [m for m in months if free[m] - context.toll(at, m) < context.left[m]]
    if kind is Against.PLACES:
        at_once = context.numbered.at_once[at]
        return [m for m in months if not context.has_place(at, m, at_once)]
    return [m for m in months if not context.is_apart(at, m)]


def _on_the_way(context: LineContext, at: int, months: Sequence[int], needed: int) -> int:
    """Quarters of travel in the months that are short, where these make the difference."""
    way = sum(context.toll(at, month) for month in months)
    enough = reach(context, context.open_months(at), context.roster.free[at]) >= needed
    return way if way and enough else 0


def _displacing(
    place: Incumbent, at: int, removal: RemovalCosts
) -> tuple[int | None, LineId | None]:
    """The least loss if somebody busy left one other line and came; none where that is not it."""
    context, roster = place.context, place.roster
    best: tuple[int, int] | None = None
    pair = context.numbered.pair(context.line_at, at)
    for line in context.eligibility.work[at]:
        if line == context.line_at or at not in roster.on[line]:
            continue
        if not removal.may_leave(line, at):
            continue
        with lifted(roster, line, [at]):
            # The line they leave may be the PM line that this one needs.
            starts = roster.may_start(context.line_at)
            offer = best_hours(roster, context.line_at, pair) if starts else None
            after = roster.score + offer.points if offer else None
        if after is not None:
            loss = place.terms.score - after
            best = min(best or (loss, line), (loss, line))
    return (best[0], context.numbered.lines[best[1]].line_id) if best else (None, None)
