"""An agreement that a later fact contradicts is kept and flagged, for as long as it is so."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.building.problem_builder import build_problem
from matcher.planning.contradictions import Contradictions
from matcher.planning.settle_matches import match_changes
from matcher.problem import Assignment
from models.facts import MatchChanged
from models.match import Decline, DeclineReason, Match, MatchState
from tests import make
from tests.make import FIRST
from tests.matcher.planning.test_settle_matches import plan_of

VENDOR = "7000012050002"
ENGINEER = ("R-1/2", "T-2", 64)
LEADER = ("R-1/1", "T-1", 64)
AGREED = make.match("R-1/2", "T-2", state="confirmed")


def pool(
    request: pytest.FixtureRequest = None,  # type: ignore[assignment]
    talent: Any = None,
    declines: Any = (),
    match: Any = AGREED,
    **settings: Any,
) -> Any:
    """An engineer whom a PM leads, both agreed, and what is no longer as it was then."""
    lines = (make.line(1, "pm"), make.line(2, skills={"AI": 2}))
    asked = make.request("R-1", *lines, pm_in_place=False, nature="project", **request or {})  # type: ignore[arg-type]
    engineer = make.talent("T-2", **{"skills": {"AI": 3}} | (talent or {}))
    leading = make.match("R-1/1", "T-1", state="confirmed")
    return make.snapshot(
        [asked], [make.talent("T-1", "pm"), engineer], [leading, match], declines, **settings
    )


def flagged(snapshot: Any, *assignments: Any) -> Any:
    plan = plan_of(*(assignments or (LEADER, ENGINEER)))
    found = list(match_changes(snapshot, build_problem(snapshot, FIRST), plan))
    return [(b, a) for b, a in found if a.talent_id == "T-2"]


DECLINED = Decline(
    talent_id="T-2",
    line_id="R-7/1",
    municipalities=(make.SAKU,),
    reason=DeclineReason.THIS_MUNICIPALITY,
)


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ({"talent": {"skills": {}}}, ("skill",)),
        ({"talent": {"excluded": (make.SAKU,)}}, ("excluded",)),
        ({"talent": {"employer": VENDOR}, "request": {"vendors": (VENDOR,)}}, ("conflict",)),
        ({"natures": {"full_time": ("advice",)}}, ("nature",)),
        ({"training_required": True, "talent": {"trained_from": "2027-04"}}, ("training",)),
        ({"declines": [DECLINED]}, ("declined",)),
    ],
)
def test_an_agreement_that_a_fact_speaks_against_is_flagged_and_kept(
    now: Any, codes: tuple[str, ...]
) -> None:
    [(before, after)] = flagged(pool(**now))

    assert (after.state, after.pinned) == (MatchState.CONFIRMED, True)
    assert (after.reason, after.contradictions) == ("contradicted", codes)
    assert (after.revision, after.hours) == (before.revision + 1, before.hours)
    event = MatchChanged.of(before, after)
    assert event.match
    assert event.match.contradictions == codes


def test_an_engineer_whose_pm_has_left_is_flagged() -> None:
    [(_, after)] = flagged(pool(), ENGINEER)

    assert (after.reason, after.contradictions) == ("contradicted", ("no_pm",))


def test_an_agreement_that_nothing_speaks_against_does_not_appear() -> None:
    assert flagged(pool()) == []


def test_the_same_fact_is_told_once() -> None:
    [(_, after)] = flagged(pool(talent={"skills": {}}))

    assert flagged(pool(talent={"skills": {}}, match=after)) == []


def test_when_the_fact_has_gone_the_flag_goes() -> None:
    told = AGREED.model_copy(update={"contradictions": ("skill",)})

    [(_, after)] = flagged(pool(match=told))

    assert (after.reason, after.contradictions) == ("not_contradicted", ())


def test_what_was_agreed_and_cannot_be_served_any_more_ends_as_that() -> None:
    asked = make.match(
        "R-1/2",
        "T-2",
        state="proposed",
        terms={"municipalities": (make.SAKU,), "title": "a", "role": "engineer"},
        agreed_terms={"municipalities": (make.MATSUMOTO,), "title": "a", "role": "engineer"},
    )
    unable, able = pool(talent={"skills": {}}, match=asked), pool(match=asked)

    [(_, ended)] = flagged(unable, LEADER)
    [(_, replanned)] = flagged(able, LEADER)

    assert (ended.state, ended.reason) == (MatchState.CANCELLED, "no_longer_fits")
    assert (replanned.state, replanned.reason) == (MatchState.WITHDRAWN, "replanned")


states = st.sampled_from(["proposed", "accepted_by_talent", "confirmed"])


talents = st.fixed_dictionaries(
    {
        "skills": st.sampled_from([{}, {"AI": 3}]),
        "excluded": st.sampled_from([(), (make.SAKU,)]),
    }
)
matches = st.builds(
    make.match,
    st.just("R-1/2"),
    st.just("T-2"),
    state=states,
    fixed_by_hand=st.booleans(),
    contradictions=st.sampled_from([(), ("skill",), ("excluded", "no_pm")]),
)


@given(match=matches, talent=talents, led=st.booleans())
def test_what_is_flagged_is_what_is_so_and_settles_at_once(
    match: Any, talent: Any, led: Any
) -> None:
    snapshot = pool(talent=talent, match=match)
    made = (LEADER, ENGINEER) if led else (ENGINEER,)

    after: Match = next((a for _, a in flagged(snapshot, *made)), match)

    again = replace(snapshot, matches=(snapshot.matches[0], after))
    assert flagged(again, *made) == []
    if match.pinned:
        built = build_problem(snapshot, FIRST)
        pin = Assignment(line_id="R-1/2", talent_id="T-2", hours=make.hours(64))
        is_so = Contradictions(built.problem, plan_of(*made).assignments).of(pin)
        assert (after.state, after.contradictions) == (match.state, is_so)
        assert ("skill" in is_so) is (not talent["skills"])
        assert ("excluded" in is_so) is bool(talent["excluded"])
        assert ("no_pm" in is_so) is not led
