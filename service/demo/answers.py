"""What the sample people have answered before the console opens, so that their pages have a past.

Of the officer's municipality and of the talent, one match is agreed on by both sides, and one by
one side alone: the other's answer is awaited.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.accounts import AccountRole
from models.facts import DecisionMade
from models.match import Match, MatchState, Side, Verb
from service.demo.sample_accounts import HOME
from service.wiring import Parts

_BOTH = (Side.TALENT, Side.MUNICIPALITY)


async def add_sample_answers(parts: Parts) -> None:
    """Those of accounts that have no answer yet; what they posted may not be taken in yet."""
    proposed = [
        match
        for match in await parts.store.matches(HOME, live_only=True)
        # Where several municipalities share one, each would have to answer.
        if len(match.places) == 1
    ]
    for account in await parts.store.accounts():
        if not account.sample:
            continue
        if officer := account.granted(AccountRole.MUNICIPALITY, HOME):
            at_place = (m for m in proposed if not set(officer.municipalities).isdisjoint(m.places))
            await _answer(parts, at_place, (_BOTH, (Side.TALENT,)))
        if talent := account.granted(AccountRole.TALENT, HOME):
            own = (m for m in proposed if m.talent_id == talent.talent_id)
            await _answer(parts, own, (_BOTH, (Side.MUNICIPALITY,)))


async def _answer(
    parts: Parts, matches: Iterable[Match], answers: Sequence[Sequence[Side]]
) -> None:
    """The first of them are accepted by these sides; none where one was answered before."""
    known = sorted(matches, key=lambda match: (min(match.hours), match.line_id))
    if any(match.state is not MatchState.PROPOSED for match in known):
        return
    desk = replace(parts.desk, source="talentpool/demo/answers")
    for match, sides in zip(known, answers, strict=False):
        for side in sides:
            await desk.decide(
                DecisionMade(pool_id=HOME, match_id=match.match_id, verb=Verb.ACCEPT, side=side)
            )
