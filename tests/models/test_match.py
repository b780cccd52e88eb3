"""The life of a match: whatever people decide, in whatever order, it stays within its rules."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.errors import Refused
from models.facts import DecisionMade
from models.match import AGREED, LIVE, DeclineReason, Match, MatchState, Side, Verb
from models.match_decisions import decide
from tests import make

ENDED = frozenset(MatchState) - LIVE
#: How far a match has come; only who went a step goes it back, besides an end or a new plan.
PROGRESS = {
    MatchState.DRAFTED: 0,
    MatchState.PROPOSED: 1,
    MatchState.ACCEPTED_BY_TALENT: 2,
    MatchState.ACCEPTED_BY_MUNICIPALITY: 2,
    MatchState.CONFIRMED: 3,
}

live_states = st.sampled_from(sorted(LIVE))
sides = st.sampled_from(Side)
matches = st.builds(
    make.match,
    state=live_states,
    fixed_by_hand=st.booleans(),
    hours=st.just(make.hours(64, make.MONTHS[:2])),
    revision=st.integers(1, 50),
)


def decision(match: Match, verb: Verb, side: Side | None = None, **given: object) -> DecisionMade:
    fields: dict[str, object] = {"pool_id": match.pool_id, "match_id": match.match_id}
    if verb is Verb.DECLINE:
        fields["reason"] = DeclineReason.THIS_LINE
    if verb is Verb.END:
        fields["since"] = make.MONTHS[1]
    return DecisionMade.model_validate(fields | {"verb": verb, "side": side} | given)


@st.composite
def decisions(draw: st.DrawFn) -> DecisionMade:
    verb = draw(st.sampled_from(Verb))
    reason = draw(st.sampled_from(DeclineReason)) if verb is Verb.DECLINE else None
    return decision(
        make.match(),
        verb,
        draw(sides),
        reason=reason,
        months=("2026-12",) if reason is DeclineReason.LATER else (),
    )


@given(match=matches, decided=st.lists(decisions(), max_size=12))
def test_a_life_keeps_its_rules_whatever_is_decided(
    match: Match, decided: list[DecisionMade]
) -> None:
    life, answers = [match], set[Side]()
    for step in decided:
        try:
            after = decide(life[-1], step)
        except Refused:
            continue
        assert decide(life[-1], step) == after
        if step.verb is Verb.ACCEPT and step.side:
            answers.add(step.side)
        if step.verb is Verb.RETRACT and step.side:
            answers.discard(step.side)
        life.append(after)

    for before, after in pairwise(life):
        assert before.live or after.reason == "unbarred"
        assert after.revision == before.revision + 1
        assert (after.pool_id, after.match_id) == (before.pool_id, before.match_id)
        assert (after.line_id, after.talent_id) == (before.line_id, before.talent_id)
        if after.reason != "unbarred":  # which forgets what was ended: it is over
            assert after.hours | after.ended_hours == before.hours | before.ended_hours
        assert after.reason
        if after.reason.startswith(("retracted", "recalled")):
            assert PROGRESS[after.state] == PROGRESS[before.state] - 1
        elif after.live:
            assert PROGRESS[before.state] <= PROGRESS[after.state] <= PROGRESS[before.state] + 1
        else:
            assert not after.pinned
            assert not after.fixed_by_hand
    last = life[-1]
    if last.state is MatchState.CONFIRMED and match.state in (
        MatchState.DRAFTED,
        MatchState.PROPOSED,
    ):
        assert answers == set(Side)
    if last.state in AGREED:
        assert last.pinned


@given(match=matches, step=decisions())
def test_a_decision_changes_the_match_or_nothing(match: Match, step: DecisionMade) -> None:
    before = match.model_copy(deep=True)

    try:
        after = decide(match, step)
    except Refused:
        after = match

    assert match == before
    assert (after == match) == (after is match)


@given(state=st.sampled_from(sorted(ENDED)), step=decisions())
def test_an_ended_match_stays_ended(state: MatchState, step: DecisionMade) -> None:
    with pytest.raises(Refused, match=r"match_is_final|match_bars_nobody"):
        decide(make.match(state=state), step)


@given(match=matches, step=decisions(), off=st.sampled_from([-3, -1, 1, 2]))
def test_a_decision_about_another_revision_is_refused(
    match: Match, step: DecisionMade, off: int
) -> None:
    seen = max(1, match.revision + off)
    assume(seen != match.revision)
    stale = step.model_copy(update={"seen_revision": seen})

    with pytest.raises(Refused, match="match_changed_since"):
        decide(match, stale)


@given(match=matches, step=decisions())
def test_a_decision_about_the_revision_seen_is_the_same_as_one_about_any(
    match: Match, step: DecisionMade
) -> None:
    def outcome(decided: DecisionMade) -> Match | str:
        try:
            return decide(match, decided)
        except Refused as refused:
            return str(refused)

    assert outcome(step) == outcome(step.model_copy(update={"seen_revision": match.revision}))


@pytest.mark.parametrize(("first", "second"), [tuple(Side), tuple(Side)[::-1]])
def test_both_sides_confirm_in_either_order(first: Side, second: Side) -> None:
    match = make.match(state="drafted")

    for verb, side in ((Verb.RELEASE, None), (Verb.ACCEPT, first), (Verb.ACCEPT, second)):
        match = decide(match, decision(match, verb, side))

    assert (match.state, match.pinned, match.revision) == (MatchState.CONFIRMED, True, 4)


@pytest.mark.parametrize("side", Side)
def test_one_side_cannot_answer_for_both(side: Side) -> None:
    match = make.match(state="proposed")
    match = decide(match, decision(match, Verb.ACCEPT, side))

    with pytest.raises(Refused, match="nothing_to_accept"):
        decide(match, decision(match, Verb.ACCEPT, side))


@pytest.mark.parametrize(
    ("verb", "fits"),
    [
        (Verb.RELEASE, {"drafted"}),
        (Verb.ACCEPT, {"proposed", "accepted_by_municipality"}),
        (Verb.DECLINE, {"proposed", "accepted_by_talent", "accepted_by_municipality"}),
        (Verb.CANCEL, set(LIVE)),
        (Verb.PIN, set(LIVE)),
        (Verb.UNPIN, set()),
        (Verb.RETRACT, {"accepted_by_talent", "confirmed"}),
        (Verb.RECALL, {"proposed"}),
        (Verb.UNBAR, set()),
    ],
)
def test_each_decision_fits_exactly_these_states(verb: Verb, fits: set[str]) -> None:
    taken = set[str]()
    for state in MatchState:
        match = make.match(state=state)
        try:
            decide(match, decision(match, verb, Side.TALENT))
        except Refused:
            continue
        taken.add(state)

    assert taken == fits


@given(match=matches)
def test_pinning_and_unpinning_leave_the_match_as_it_was(match: Match) -> None:
    loose = match.model_copy(update={"fixed_by_hand": False})

    fixed = decide(loose, decision(loose, Verb.PIN))
    again = decide(fixed, decision(fixed, Verb.UNPIN))

    assert fixed.pinned
    assert (again.state, again.pinned) == (loose.state, loose.pinned)
    with pytest.raises(Refused):
        decide(fixed, decision(fixed, Verb.PIN))
    with pytest.raises(Refused):
        decide(loose, decision(loose, Verb.UNPIN))


@pytest.mark.parametrize("reason", DeclineReason)
def test_a_declined_match_says_the_reason(reason: DeclineReason) -> None:
    match = make.match(state="accepted_by_talent", fixed_by_hand=True)
    months = ("2026-12",) if reason is DeclineReason.LATER else ()

    after = decide(
        match, decision(match, Verb.DECLINE, Side.MUNICIPALITY, reason=reason, months=months)
    )

    assert (after.state, after.reason) == (MatchState.DECLINED, f"declined_{reason}")
    assert not after.live
