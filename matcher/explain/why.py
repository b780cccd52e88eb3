"""Why this person serves a line: what it is worth, and what the next best would cost."""

from collections.abc import Iterator

from matcher.explain import en, ja
from matcher.explain.case import lifted
from matcher.explain.words import Choice
from matcher.insertion import Insertion, single
from matcher.plan import Why
from matcher.roster import Roster


def why(roster: Roster) -> Iterator[Why]:
    """One reason for each assignment, in the order of the lines."""
    for line, hands in enumerate(roster.on):
        for talent in sorted(hands):
            yield _one(roster, line, talent)


def _one(roster: Roster, line: int, talent: int) -> Why:
    numbered = roster.numbered
    before = roster.score
    with lifted(roster, line, [talent]):
        points = before - roster.score
        # Nobody is next where the person may not change.
        pinned = numbered.is_pinned(line, talent)
        best = None if pinned else _next_best(roster, line, talent)
    line_id, talent_id = numbered.lines[line].line_id, numbered.talents[talent].talent_id
    eligible = {talent, *(pair.talent for pair in numbered.candidates(line))}
    following = numbered.talents[best.shares[0][0]].talent_id if best else None
    loss = points - best.points if best else None
    choice = Choice(
        line=line_id,
        talent=talent_id,
        pinned=pinned,
        candidates=len(eligible),
        next_best=following,
        loss=loss or 0,
    )
    return Why.model_construct(
        line_id=line_id,
        talent_id=talent_id,
        points=points,
        candidates=len(eligible),
        next_best=following,
        next_best_loss=loss,
        text_ja=ja.why(choice),
        text_en=en.why(choice),
    )


def _next_best(roster: Roster, line: int, talent: int) -> Insertion | None:
    """The best anybody else could do on the line, those already on it left out."""
    offers = [
        offer
        for pair in roster.numbered.candidates(line)
        if pair.talent != talent and pair.talent not in roster.on[line]
        if (offer := single(roster, line, pair)) is not None
    ]
    return max(offers, key=lambda offer: (offer.points, -offer.shares[0][0]), default=None)
