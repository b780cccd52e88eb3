"""Settings and problem share one bound: what may be set, a problem can hold."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from matcher.building.problem_builder import build_problem
from models.errors import Mistake
from models.pool_settings import Need, PoolSettings, Weights
from models.worth import MOST, URGENCY, check_worth, is_beyond, largest_served, worth
from tests import make
from tests.saying import refused

percent = st.integers(0, 100)
needs = st.builds(
    Need,
    one_person_it=percent,
    no_service=percent,
    small=percent,
    island=percent,
    unserved=percent,
)


@given(needs, st.integers(-2, 2))
def test_the_largest_weight_works_for_the_neediest_line_and_one_more_does_not(
    need: Any, step: Any
) -> None:
    served = largest_served(need) + step
    settings = PoolSettings(weights=Weights(served=served), need=need)
    uncut = served * max(URGENCY.values()) * (100 + sum(need.model_dump().values())) // 10_000

    assert is_beyond(settings) == (step > 0)
    assert (uncut <= MOST) or step > 0


@given(st.integers(0, 1_000_000), needs, st.sampled_from(sorted(URGENCY)))
def test_any_settings_that_stand_in_a_store_lead_to_a_problem(
    served: Any, need: Any, urgency: Any
) -> None:
    weights = Weights(served=served)
    snapshot = make.snapshot(
        [make.request(urgency=urgency)], [make.talent()], weights=weights, need=need
    )

    [line] = build_problem(snapshot, make.FIRST).problem.lines

    assert line.value == worth(served, urgency, sum(line.need.values())) <= MOST


def test_a_weight_too_large_is_refused_with_the_largest_that_works() -> None:
    after = PoolSettings(weights=Weights(served=1_000_000))

    with refused(Mistake, match=r"29,411 .* / .*the largest is 29,411"):
        check_worth(after, PoolSettings())

    check_worth(PoolSettings(weights=Weights(served=29_411)), PoolSettings())


def test_needs_that_make_a_weight_too_large_are_refused_too() -> None:
    need = Need(one_person_it=100, no_service=100, small=100, island=100, unserved=100)
    before = PoolSettings(weights=Weights(served=29_411))

    with refused(Mistake, match="9,803"):
        check_worth(before.model_copy(update={"need": need}), before)


def test_what_stood_beyond_the_bound_does_not_hold_up_other_changes() -> None:
    before = PoolSettings(weights=Weights(served=1_000_000))

    check_worth(before.model_copy(update={"horizon": 6}), before)
    check_worth(PoolSettings(), before)
