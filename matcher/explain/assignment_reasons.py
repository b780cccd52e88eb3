"""Why this person serves a line, why not another, and what the next best would cost."""

from collections.abc import Container, Iterator

from matcher.explain import en, ja
from matcher.explain.alternatives import Alternative, Incumbent, alternatives, finding
from matcher.explain.eligibility_table import EligibilityTable
from matcher.explain.failed_explanation import logged
from matcher.explain.line_context import LineContext, lifted
from matcher.explain.removal_cost import RemovalCosts
from matcher.explain.sentence_facts import Choice, Other
from matcher.plan import Why, WhyNot
from matcher.roster.roster import Roster
from models.ids import LineId


def why(
    eligibility: EligibilityTable,
    removal: RemovalCosts,
    roster: Roster,
    *,
    most: int,
    only: Container[LineId] | None = None,
) -> Iterator[Why]:
    """One reason for each assignment, in the order of the lines; `most` others with each.

    Of `only` these lines, where they are named.
    """
    for line, hands in enumerate(roster.on):
        if only is not None and roster.numbered.lines[line].line_id not in only:
            continue
        asked, pool_id = roster.numbered.lines[line].line_id, roster.numbered.problem.pool_id
        for talent in sorted(hands):
            reason = None
            with logged(pool_id, asked, roster.numbered.talents[talent].talent_id):
                reason = of_one(eligibility, removal, roster, line, talent, most=most)
            if reason:
                yield reason


def of_one(
    eligibility: EligibilityTable,
    removal: RemovalCosts,
    roster: Roster,
    line: int,
    talent: int,
    *,
    most: int,
) -> Why:
    """The reason for one assignment. Nobody is next where the person may not change."""
    numbered, before = roster.numbered, roster.terms
    asked, talent_id = numbered.lines[line], numbered.talents[talent].talent_id
    hands, pinned = roster.on[line], numbered.is_pinned(line, talent)
    hours = hands[talent].hours
    eligible = {talent, *(pair.talent for pair in eligibility.candidates(line))}
    toll = eligibility.toll(line, talent)
    with lifted(roster, line, [talent]) as taken:
        context = LineContext(eligibility, roster, line, taken)
        place = Incumbent(context, talent, hours, before, before.score - roster.score)
        near = [] if pinned else alternatives(place)
        found = [(each, finding(place, each, removal)) for each in near[: max(1, most)]]
        choice = Choice(
            line=asked,
            talent=talent_id,
            pinned=pinned,
            candidates=len(eligible),
            next_best=found[0][1] if found and found[0][0].offer else None,
            beside=len(eligible & hands.keys()),
            busy=tuple(dict.fromkeys(each.kind for each in near if each.is_busy)),
            travel=sum(way for way, some in zip(toll, hours, strict=True) if some) if toll else 0,
        )
        others = [_other(place, choice, *item) for item in found]
    following = others[0] if choice.next_best else None
    return Why.model_construct(
        line_id=asked.line_id,
        talent_id=talent_id,
        points=place.points,
        candidates=len(eligible),
        next_best=choice.next_best.talent_id if choice.next_best else None,
        next_best_loss=choice.next_best.loss if choice.next_best else None,
        why_not=tuple(map(_told, others[:most])),
        others=len(near),
        need=asked.need,
        text_ja=ja.why(choice, ja.reasons(following) if following else ""),
        text_en=en.why(choice, en.reasons(following) if following else ""),
    )


def _told(other: Other) -> WhyNot:
    return other.finding.model_copy(
        update={"text_ja": ja.why_not(other), "text_en": en.why_not(other)}
    )


def _other(place: Incumbent, choice: Choice, alternative: Alternative, found: WhyNot) -> Other:
    """Somebody else beside the person on the line, with the hours and the fit between them."""
    talent = place.context.numbered.talents[alternative.talent]
    if alternative.offer is None:
        return Other(choice=choice, talent=talent, finding=found)
    gives, line = alternative.offer.quarters, place.context.line_at
    fewer = sum(place.hours) - gives
    mine = place.context.numbered.pair(line, place.talent)
    theirs = place.context.numbered.pair(line, alternative.talent)
    return Other(
        choice=choice,
        talent=talent,
        finding=found,
        fewer=fewer,
        by_travel=fewer > 0 and found.travel > 0 and _without_travel(place, alternative) > gives,
        less_fit=(mine.rate - theirs.rate) * gives + mine.own - theirs.own,
    )


def _without_travel(place: Incumbent, alternative: Alternative) -> int:
    """Quarters they would give if the way took no time."""
    context, roster, at = place.context, place.roster, alternative.talent
    at_once = context.numbered.at_once[at]
    return sum(
        min(context.left[month], roster.free[at][month])
        for month in context.open_months(at)
        if min(context.left[month], roster.free[at][month]) >= context.least[month]
        and context.has_place(at, month, at_once)
        and context.is_apart(at, month)
    )
