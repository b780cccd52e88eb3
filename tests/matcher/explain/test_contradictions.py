"""Where no plan exists, the pins and the rule that contradict each other are named, and no more."""

import pytest

from matcher.explain.contradictions import contradictions
from matcher.explanation import PinLimit
from matcher.plan import Status
from matcher.problem import Problem
from matcher.solving.solve import Effort, solve
from models.hours import decimal
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.some_problems import some_problem
from wording.explain import en
from wording.explain.ja import contradiction


def spoiled(seed: int) -> Problem:
    """A problem with pins, some of which ask for more than there is."""
    some = some_problem(seed, requests=4)
    wrong = [
        pin.model_copy(update={"hours": {m: h * (1 + 2 * (at % 3)) for m, h in pin.hours.items()}})
        for at, pin in enumerate(some.pins)
    ]
    return some.model_copy(update={"pins": tuple(wrong)})


@pytest.mark.parametrize("seed", range(60))
def test_contradictions_are_named_exactly_where_no_plan_exists(seed: int) -> None:
    some = spoiled(seed)

    found = contradictions(some)

    assert bool(found) == (solve(some, Effort(seconds=0.1)).status is Status.INFEASIBLE)


@pytest.mark.parametrize("seed", range(60))
def test_without_any_one_of_the_pins_the_rule_would_hold(seed: int) -> None:
    some = spoiled(seed)
    for each in contradictions(some):
        assert each.pinned > each.most
        named = {(pin.line_id, pin.talent_id) for pin in each.pins}
        for gone in named:
            fewer = tuple(pin for pin in some.pins if pin.pair in named - {gone})
            left = contradictions(some.model_copy(update={"pins": fewer}))
            where = {(c.rule, c.talent_id, c.line_id, c.month) for c in left}
            assert (each.rule, each.talent_id, each.line_id, each.month) not in where


def test_the_least_set_of_pins_is_named_in_words() -> None:
    some = problem(
        [talent(free={JUL: 40, AUG: 0})],
        [line("R1/1", asks=60), line("R2/1", asks=8), line("R3/1", asks=36)],
        pins=[works("R1/1", "aya", 30), works("R2/1", "aya", 4), works("R3/1", "aya", 36)],
    )

    [found] = contradictions(some)

    assert found.rule is PinLimit.CAPACITY
    assert [pin.line_id for pin in found.pins] == ["R3/1", "R1/1"]
    assert contradiction(found) == (
        "aya が2026年7月に使える時間は10時間ですが、固定（R3/1×aya、R1/1×aya）は合わせて"
        "16時間30分です。どれか一つの固定を外すか、時間を直してください。"
    )
    assert en.contradiction(found).startswith(f"aya has {decimal(40)} h in 2026-07, and pins")


def test_a_line_that_is_pinned_to_more_than_it_asks_says_so() -> None:
    some = problem([talent()], [line("R1/1", asks={JUL: 8})], pins=[works("R1/1", "aya", 12)])

    [found] = contradictions(some)

    assert (found.rule, found.line_id, found.pinned, found.most) == (PinLimit.DEMAND, "R1/1", 12, 8)
    assert "要請枠 R1/1 が2026年7月に求める時間は2時間ですが" in contradiction(found)
