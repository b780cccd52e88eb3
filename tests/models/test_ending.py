"""Agreed work ends from a month on: the months before stay, and the end can be taken back."""

from typing import Any

import pytest

from models.errors import Refused
from models.match import AGREED, LIVE, Decision, MatchState, Verb
from models.match_decisions import decide
from models.months import Month
from tests import make

WINTER = ("2026-12", "2027-01", "2027-02", "2027-03")
NOW = "2027-01"


def match(state: MatchState = MatchState.CONFIRMED) -> Any:
    return make.match(state=state, hours=make.hours(16, WINTER))


def end(since: str) -> Decision:
    return Decision(pool_id="20", match_id="M-1", verb=Verb.END, since=since)


RESUME = Decision(pool_id="20", match_id="M-1", verb=Verb.RESUME)


@pytest.mark.parametrize("state", sorted(AGREED))
def test_an_end_keeps_the_state_and_the_months_before_it(state: MatchState) -> None:
    after = decide(match(state), end("2027-02"), Month(NOW))

    assert (after.state, after.reason) == (state, "ended_from_a_month_on")
    assert after.hours == make.hours(16, WINTER[:2])
    assert after.pinned


def test_an_end_that_is_taken_back_leaves_the_match_as_it_was() -> None:
    ended = decide(match(), end("2027-02"), Month(NOW))

    after = decide(ended, RESUME, Month(NOW))

    assert (after.state, after.hours) == (MatchState.CONFIRMED, match().hours)
    with pytest.raises(Refused, match="nothing_was_ended"):
        decide(after, RESUME, Month(NOW))


def test_two_ends_are_taken_back_together() -> None:
    twice = decide(decide(match(), end("2027-03"), Month(NOW)), end("2027-02"), Month(NOW))

    assert twice.hours == make.hours(16, WINTER[:2])
    assert decide(twice, RESUME, Month(NOW)).hours == match().hours


def test_months_that_are_over_do_not_come_back() -> None:
    ended = decide(match(), end("2027-02"), Month(NOW))

    assert decide(ended, RESUME, Month("2027-03")).hours == make.hours(16, [*WINTER[:2], WINTER[3]])
    with pytest.raises(Refused, match="ended_months_are_over"):
        decide(ended, RESUME, Month("2027-04"))


@pytest.mark.parametrize(
    ("since", "why"),
    [("2026-12", "month_is_over"), ("2027-04", "no_hours_from"), ("2027-01", "no_hours_before")],
)
def test_an_end_that_ends_nothing_or_everything_or_the_past_is_refused(
    since: str, why: str
) -> None:
    whole = (
        match()
        if since != "2027-01"
        else make.match(state=MatchState.CONFIRMED, hours=make.hours(16, WINTER[1:]))
    )

    with pytest.raises(Refused, match=why):
        decide(whole, end(since), Month(NOW))


@pytest.mark.parametrize("state", sorted(LIVE - AGREED))
def test_what_nobody_agreed_to_is_not_ended(state: MatchState) -> None:
    with pytest.raises(Refused, match="only_agreed_work_ends"):
        decide(match(state), end("2027-02"), Month(NOW))


def test_an_end_says_from_when_and_nothing_else_does() -> None:
    with pytest.raises(ValueError, match="end_needs_month"):
        Decision(pool_id="20", match_id="M-1", verb=Verb.END)
    with pytest.raises(ValueError, match="end_needs_month"):
        Decision(pool_id="20", match_id="M-1", verb=Verb.CANCEL, since="2027-02")


UNBAR = Decision(pool_id="20", match_id="M-1", verb=Verb.UNBAR)


@pytest.mark.parametrize("reason", ["no_longer_fits", "talent_left", "replanned"])
def test_a_pair_whose_ended_match_has_gone_for_another_reason_can_be_offered_again(
    reason: str,
) -> None:
    gone = decide(match(), end("2027-02"), Month(NOW)).becomes(MatchState.CANCELLED, reason)

    lifted = decide(gone, UNBAR, Month(NOW))

    assert (lifted.state, lifted.reason, lifted.ended_hours) == (gone.state, "unbarred", {})
    with pytest.raises(Refused, match="match_bars_nobody"):
        decide(lifted, UNBAR, Month(NOW))


def test_an_end_is_resumed_while_a_month_of_it_is_left_and_unbarred_afterwards() -> None:
    ended = decide(match(), end("2027-02"), Month(NOW))

    with pytest.raises(Refused, match="ended_is_resumed"):
        decide(ended, UNBAR, Month("2027-03"))
    lifted = decide(ended, UNBAR, Month("2027-04"))

    assert (lifted.state, lifted.hours) == (ended.state, ended.hours)
    assert lifted.ended_hours == {}
