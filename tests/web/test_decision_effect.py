"""What a decision leads to is looked for one at a time: whoever gave up leaves no queue behind."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from application.commands.decide import Decide
from application.queries import decision_effect
from matcher.whatif import ended
from models.ids import PoolId
from models.match import DeclineReason, MatchState, Side, Verb
from service.wiring import Parts


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Searches that come to no end while the test runs; each that has begun."""
    over, begun = threading.Event(), []

    def searched(*_: Any) -> None:
        begun.append(1)
        over.wait(30)

    monkeypatch.setattr(ended, "after_end", searched)
    monkeypatch.setattr(decision_effect, "_PATIENCE", 0.05)
    yield begun
    over.set()


async def test_those_who_gave_up_hold_up_nobody(parts: Parts, endless: list[int]) -> None:
    found = await parts.store.matches(PoolId("20"), live_only=True)
    match = next(each for each in found if each.state is MatchState.PROPOSED)
    command = Decide(
        verb=Verb.DECLINE,
        match_ids=(match.match_id,),
        side=Side.TALENT,
        reason=DeclineReason.THIS_LINE,
    )

    asked = (decision_effect.effect_of(parts.session("x:1"), match, command) for _ in range(40))
    told = await asyncio.gather(*asked)

    assert [each is not None and each.known for each in told] == [False] * 40
    assert len(endless) == 1
    assert await asyncio.wait_for(asyncio.to_thread(lambda: "at once"), 5) == "at once"
