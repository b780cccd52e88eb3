"""The price of an hour: every single piece of work taken off everybody, by trying."""

from fractions import Fraction

import pytest

from matcher.check import faults, terms
from matcher.explain import explain
from matcher.plan import Cause
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from matcher.roster.greedy import greedy
from tests.matcher.explain.served_anew import line_of
from tests.matcher.explain.test_funnel import slow_losses
from tests.matcher.explain.test_why_not import crowded, free_hours, places_of, usable_months
from tests.matcher.make_problem import AUG, JUL, UEDA, before, line, plan, problem, talent, works
from tests.matcher.some_problems import plan_of, some_problem
from tests.wording.said import said

Made = list[Assignment]
BUSY = {Cause.HOURS_FULL, Cause.TOO_MANY_PLACES, Cause.EXCLUSIVE}
BUSY_RULES = {"hours", "places", "exclusive"}


@pytest.mark.parametrize("seed", range(60))
def test_a_price_is_the_least_that_an_hour_costs_elsewhere(seed: int) -> None:
    some = some_problem(seed, requests=6, talents=3, months=2, scale=2)
    some = some if seed % 3 else crowded(some)
    made = list(greedy(some))
    for unmet in explain(some, plan_of(some, tuple(made))).unmet:
        if unmet.cause in BUSY:
            asked = line_of(some, unmet.line_id)
            for month in unmet.by_month:
                least = price(some, made, asked, month)
                assert unmet.prices.get(month) == (None if least is None else int(least * 4 // 1))
        else:
            assert unmet.prices == {}


def test_such_prices_are_told_in_some_problems() -> None:
    found = 0
    for seed in range(0, 60, 3):
        some = crowded(some_problem(seed, requests=6, talents=3, months=2, scale=2))
        found += sum(len(u.prices) for u in explain(some, plan_of(some, greedy(some))).unmet)
    assert found > 30


def price(some: Problem, made: Made, asked: Line, month: str) -> Fraction | None:
    """Points per quarter; None where somebody has hours, or nobody could come at all."""
    on = {a.talent_id for a in made if a.line_id == asked.line_id}
    pinned = {p.talent_id for p in some.pins if p.line_id == asked.line_id}
    offers = []
    for of in some.talents:
        if of.talent_id in pinned or month not in usable_months(some, asked, of):
            continue
        busy = {"hours", "places", "exclusive"}
        if of.talent_id not in on and (
            len(on) >= asked.people
            or slow_losses(some, plan_of(some, tuple(made)), asked, of) - busy
        ):
            continue
        if gives(some, made, asked, of, month):
            return None
        for smaller in fewer(some, made, asked, of, month):
            if given := gives(some, smaller, asked, of, month):
                cost = terms(some, made).score - terms(some, smaller).score
                offers.append(Fraction(cost, given))
    return min(offers, default=None)


def gives(some: Problem, made: Made, asked: Line, of: ProblemTalent, month: str) -> int:
    """Quarters more that the talent could give the line in the month."""
    mine = [a for a in made if a.talent_id == of.talent_id and month in a.hours]
    there = any(a.line_id == asked.line_id for a in mine)
    free = free_hours(some, made, asked, of, month)
    if there:  # the way has been paid for
        lost = {(p.line_id, p.talent_id): p.overhead for p in some.pairs}
        free += lost.get((asked.line_id, of.talent_id), {}).get(month, 0)  # type: ignore[call-overload]
    else:
        places = places_of(some, made, of, month)
        alone = {ln.line_id for ln in some.lines if ln.exclusive}
        if asked.municipalities not in places and len(places) >= of.municipalities_at_once:
            return 0
        if mine and (asked.exclusive or alone & {a.line_id for a in mine}):
            return 0
    given = sum(a.hours.get(month, 0) for a in made if a.line_id == asked.line_id)  # type: ignore[call-overload]
    amount: int = min(free, asked.hours[month] - given)  # type: ignore[index]
    least = 1 if there else max(1, min(some.block, asked.hours[month]))  # type: ignore[index]
    return amount if amount >= least else 0


def fewer(some: Problem, made: Made, asked: Line, of: ProblemTalent, month: str) -> list[Made]:
    """The plan with some or all hours of one assignment gone in the month, or the whole of it."""
    found = []
    for each in made:
        if each.talent_id != of.talent_id or month not in each.hours:
            continue
        if each.line_id == asked.line_id:
            continue
        rest = [a for a in made if a is not each]
        tries = [rest]
        for left in range(each.hours[month]):  # type: ignore[index]
            hours = dict(each.hours) | {month: left}
            hours = {m: h for m, h in hours.items() if h}
            if hours:
                tries.append([*rest, each.model_copy(update={"hours": hours})])
        found += [t for t in tries if not faults(some, plan_of(some, tuple(t)))]
    return found


def test_the_cheapest_hour_may_end_where_people_have_seen_hours() -> None:
    seen = before("R1/1", "aya", 12)
    some = problem(
        [talent(free={JUL: 20})],
        [
            line("R1/1", asks={JUL: 20}, minimum_percent=0),
            line("R2/1", asks={JUL: 20}, exclusive=False, minimum_percent=0),
        ],
        previous=(seen,),
        weights={"keep_hours": 500, "balance": 0, "coverage": 0},
        # Two quarters on the way: the more hours come at once, the less it weighs on each.
        pairs=[{"line_id": "R2/1", "talent_id": "aya", "overhead": {JUL: 2}}],
    )
    unmet = explain(some, plan(some, works("R1/1", "aya", 20))).unmet[0]
    # Eight quarters above those seen earn 110 each; six of them are then given.
    assert unmet.prices == {JUL: 110 * 8 * 4 // 6}


def test_hours_in_use_say_what_they_are_worth_there() -> None:
    some = problem(
        [talent(free=20)],
        [line("R1/1", municipalities=(UEDA,)), line("R2/1", value=60)],
    )
    unmet = explain(some, plan(some, works("R1/1", "aya", 20, 20))).unmet[0]
    assert unmet.cause is Cause.HOURS_FULL
    # Above its minimum of 20 each quarter earns 110, past the first tier, less 2 for its load: the
    # talent has 40 in all, of which 32 are a fair share.
    assert unmet.prices == {JUL: 432, AUG: 432}
    assert "1時間あたり少なくとも2026年7月と2026年8月に432点を失います。" in said(unmet)
    assert "cost at least 432 points an hour in 2026-07 and 2026-08." in said(unmet, "en")
