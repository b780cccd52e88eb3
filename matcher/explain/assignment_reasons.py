"""Why this person serves a line, why not another, and what the next best would cost."""

from collections.abc import Container, Iterator

from matcher.explain.alternative_findings import finding
from matcher.explain.alternatives import Incumbent, alternatives
from matcher.explain.eligibility_table import EligibilityTable
from matcher.explain.failed_explanation import logged
from matcher.explain.line_context import LineContext, lifted
from matcher.explain.removal_cost import RemovalCosts
from matcher.plan import Why
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
        found = [finding(place, each, removal) for each in near[: max(1, most)]]
        beside = len(eligible & hands.keys())  # the person is lifted off the line
    following = found[0] if found and near[0].offer else None
    return Why.model_construct(
        line_id=asked.line_id,
        talent_id=talent_id,
        pinned=pinned,
        places=len(asked.municipalities),
        travel=sum(way for way, some in zip(toll, hours, strict=True) if some) if toll else 0,
        points=place.points,
        candidates=len(eligible),
        next_best=following.talent_id if following else None,
        next_best_loss=following.loss if following else None,
        why_not=tuple(found[:most]),
        others=len(near),
        beside=beside,
        busy=tuple(dict.fromkeys(each.kind for each in near if each.is_busy)),
        need=asked.need,
    )
