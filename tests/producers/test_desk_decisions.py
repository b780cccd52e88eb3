"""Decisions at the desk: appended where they fit, refused in words where not."""

from typing import Any

import pytest

from models.errors import Mistake
from models.facts import DecisionMade
from models.match import DeclineReason, MatchState, Side, Verb
from producers.desk import Desk
from tests import make
from tests.producers.desk_fakes import Log, Store
from tests.saying import refused


def _decision(match_id: str, verb: Verb = Verb.RELEASE, **given: Any) -> DecisionMade:
    return DecisionMade(pool_id="20", match_id=match_id, verb=verb, **given)


async def test_a_decision_that_fits_is_appended(desk: Desk, log: Log, store: Store) -> None:
    store.matches["M-1"] = make.match(match_id="M-1", state=MatchState.PROPOSED)
    decision = _decision(
        "M-1", Verb.DECLINE, side=Side.TALENT, reason=DeclineReason.LATER, months=("2026-12",)
    )

    receipt = await desk.decide(decision)

    [fact] = log.facts
    assert fact == decision.model_copy(update={"match": store.matches["M-1"]})
    assert (receipt.subject, receipt.revision) == ("M-1", None)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (_decision("M-9"), "M-9 はありません"),
        (_decision("M-OTHER"), "M-OTHER はありません"),
        (_decision("M-1"), "提案できるのは下書きだけです（今「双方承諾」）"),
        (_decision("M-1", Verb.PIN, seen_revision=7), "見てから変わりました"),
    ],
)
async def test_a_decision_that_does_not_fit_is_refused_in_words(
    desk: Desk, log: Log, store: Store, decision: DecisionMade, words: str
) -> None:
    store.matches["M-1"] = make.match(match_id="M-1", state=MatchState.CONFIRMED, revision=8)
    store.matches["M-OTHER"] = make.match(match_id="M-OTHER", pool_id="15")

    with refused(Mistake, match=words):
        await desk.decide(decision)

    assert log.records == []


async def test_decisions_are_taken_all_or_none(desk: Desk, log: Log, store: Store) -> None:
    store.matches["M-1"] = make.match(match_id="M-1", state=MatchState.DRAFTED)
    store.matches["M-2"] = make.match(match_id="M-2", state=MatchState.DECLINED)

    with refused(Mistake, match="M-2"):
        await desk.decide_all([_decision("M-1"), _decision("M-2")])

    assert log.records == []
