"""Decisions as functions: what becomes of the matches, what takes it back, and what was seen."""

from typing import Any

import pytest

from application.commands.decide import Decide, decide, lift_bars, release_drafts
from application.session import Session
from models.errors import Mistake, Stale
from models.ids import PoolId, TalentId
from models.match import DeclineReason, MatchState, Side, Verb
from models.pool_settings import PoolSettings
from service.wiring import Parts
from tests import make
from tests.cli.stock import served


@pytest.fixture
async def match(sato: Session, parts: Parts) -> Any:
    """A draft that a plan has made."""
    await sato.desk.configure(PoolId("20"), PoolSettings(release_at_once=False))
    await sato.desk.post_talent(make.talent("T-1"))
    await sato.desk.post_request(make.request("R-1"))
    await served(parts)
    [made] = await parts.store.matches(PoolId("20"), live_only=True)
    return made


def command(verb: Any, match: Any, **more: Any) -> Any:
    return Decide(verb=verb, match_ids=(match.match_id,), **more)


async def test_drafts_are_released_and_called_back(sato: Session, match: Any) -> None:
    done = await release_drafts(sato, PoolId("20"))

    [(before, after)] = done.steps
    assert (before.state, after.state) == (MatchState.DRAFTED, MatchState.PROPOSED)
    [back] = done.back
    assert (back.verb, back.match_ids) == (Verb.RECALL, (match.match_id,))
    again = await decide(sato, Decide(verb=back.verb, match_ids=back.match_ids))
    assert again.steps[0][1].state is MatchState.DRAFTED


async def test_of_two_who_saw_the_same_match_the_second_is_told(
    sato: Session, suzuki: Session, match: Any
) -> None:
    await release_drafts(sato, PoolId("20"))
    seen = match.revision + 1
    await decide(sato, command(Verb.ACCEPT, match, side=Side.TALENT, seen=seen))

    why = DeclineReason.HOURS
    decline = command(Verb.DECLINE, match, side=Side.TALENT, reason=why, seen=seen)
    with pytest.raises(Stale) as refused:
        await decide(suzuki, decline)

    told = refused.value.phrase.params
    assert (told["subject"], told["seen"], told["now"]) == (match.match_id, seen, seen + 1)


async def test_a_decision_of_another_pool_is_refused(sato: Session, match: Any) -> None:
    with pytest.raises(Mistake, match="match_of_other_pool"):
        await decide(sato, command(Verb.PIN, match, pool_id="15"))


async def test_a_pair_that_was_cancelled_may_be_offered_again(
    sato: Session, match: Any, parts: Parts
) -> None:
    await decide(sato, command(Verb.CANCEL, match))
    await served(parts)

    with pytest.raises(Mistake, match="nothing_bars_the_pair"):
        await lift_bars(sato, PoolId("20"), match.line_id, TalentId("T-2"))
    done = await lift_bars(sato, PoolId("20"), match.line_id, TalentId("T-1"))

    assert [before.match_id for before, _ in done.steps] == [match.match_id]
