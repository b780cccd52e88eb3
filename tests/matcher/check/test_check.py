"""One bad plan per promise: a checker that never objects proves nothing."""

from typing import Any

import pytest
from pydantic import ValidationError

from matcher.check import faults, terms
from matcher.plan import Status, Terms, Unmet
from matcher.problem import Assignment, ProblemTalent
from models.ids import PoolId
from tests.matcher.make_problem import (
    AUG,
    JUL,
    MATSUMOTO,
    OKAYA,
    UEDA,
    bar,
    before,
    line,
    plan,
    problem,
    talent,
    works,
)

AYA, BEN = talent("aya", municipalities_at_once=2), talent("ben", roles=("engineer",))
LINES = [
    line("R1/1", people=2),
    line("R1/2", role="engineer"),
    line("R2/1", municipalities=(UEDA,)),
    line("R3/1", municipalities=(OKAYA,)),
    line("R4/1", role="engineer"),
]
OF = problem([AYA, BEN], LINES, previous=[before("R1/1", "aya", 8, 8)])
GOOD = plan(OF, works("R1/1", "aya", 20, 16), works("R1/2", "ben", 20, 20))


def test_a_plan_that_keeps_every_promise_has_no_faults() -> None:
    assert faults(OF, GOOD) == []


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ([works("R9/1", "aya", 20)], "R9/1 × aya: not in the problem"),
        ([works("R1/1", "zoe", 20)], "R1/1 × zoe: not in the problem"),
        ([works("R1/1", "ben", 20)], "R1/1 × ben: does not hold the role pm"),
        ([works("R1/1", "aya", 20), works("R2/1", "aya", 20, 20), works("R3/1", "aya", 0, 20)], ""),
        ([works("R1/1", "aya", 21, 20)], "R1/1: gets 21 quarters in 2026-07, asks for 20"),
        ([works("R1/1", "aya", 19)], "R1/1: started with 19 quarters, its minimum is 20"),
        ([works("R1/1", "aya", 20, 3)], "R1/1 × aya: 3 quarters in 2026-08, at least 4 make sense"),
        (
            [works("R4/1", "ben", 20, 20)],
            "R4/1: has an engineer, but no PM line of its request is started",
        ),
        (
            [works(f"R{n}/1", "aya", 10, 10) for n in (1, 2, 3)],
            "aya: serves 3 municipalities in 2026-08, may serve 2",
        ),
        (
            [works("R1/1", "aya", 20, 20), works("R2/1", "aya", 20, 20), works("R1/2", "aya", 1)],
            "aya: works 41 quarters in 2026-07, has 40",
        ),
    ],
)
def test_a_broken_rule_is_said_with_ids_month_and_numbers(
    made: list[Assignment], says: str
) -> None:
    if not says:
        assert faults(OF, plan(OF, *made)) == []
        return

    if "not in the problem" in says:
        bad = GOOD.model_copy(update={"assignments": tuple(made)})
    else:
        bad = plan(OF, *made)

    assert says in faults(OF, bad)


@pytest.mark.parametrize(
    ("person", "bars", "says"),
    [
        (talent("aya", skills={"cloud": 1}), (), "has cloud 1, asked 2"),
        (talent("aya", skills={"cloud": 2}, excluded=(MATSUMOTO,)), (), "excluded at 202029"),
        (
            talent("aya", skills={"cloud": 2}, contract_until="2026-07"),
            (),
            "no contract in 2026-08",
        ),
        (talent("aya", skills={"cloud": 2}), (bar("R1/1", "aya"),), "barred"),
        (talent("aya", skills={"cloud": 2}), (bar("R1/1", "aya", AUG),), "barred in 2026-08"),
    ],
)
def test_a_pair_that_is_not_eligible_is_found(person: ProblemTalent, bars: Any, says: str) -> None:
    of = problem([person], [line(skills={"cloud": 2})], bars=bars)

    assert f"R1/1 × aya: {says}" in faults(of, plan(of, works("R1/1", "aya", 20, 20)))


def test_two_people_on_a_line_for_one_are_found() -> None:
    of = problem([talent("aya"), talent("ben")], [line()])

    found = faults(of, plan(of, works("R1/1", "aya", 8, 8), works("R1/1", "ben", 8, 8)))

    assert found == ["R1/1: has 2 people, may have 1"]


def test_a_pair_that_stands_twice_is_found() -> None:
    bad = GOOD.model_copy(update={"assignments": (*GOOD.assignments, GOOD.assignments[0])})

    assert "R1/1 × aya: stands twice" in faults(OF, bad)


def test_hours_of_zero_and_months_outside_are_found() -> None:
    odd = works("R1/1", "aya", 20, 20).model_copy(update={"hours": {JUL: 0, "2029-01": 4}})
    bad = GOOD.model_copy(update={"assignments": (odd,)})

    assert faults(OF, bad) == [
        "R1/1 × aya: 0 quarters in 2026-07",
        "R1/1 × aya: 2029-01 is outside the months",
    ]


@pytest.mark.parametrize("made", [[], [works("R1/1", "aya", 8, 1)], [works("R1/1", "aya", 9)]])
def test_a_pin_that_is_not_kept_exactly_is_found(made: Any) -> None:
    of = problem([AYA, BEN], LINES, pins=[works("R1/1", "aya", 8)])

    found = faults(of, plan(of, *made))

    assert any("R1/1 × aya: pinned to" in fault for fault in found)


def test_a_pin_alone_breaks_no_other_rule() -> None:
    of = problem(
        [talent("ben", roles=("pm",), municipalities_at_once=1)],
        [line("R1/1", role="engineer"), line("R2/1", municipalities=(UEDA,))],
        pins=[works("R1/1", "ben", 1), works("R2/1", "ben", 1)],
    )

    assert faults(of, plan(of, *of.pins)) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"pool_id": PoolId("15")}, "plan is of pool 15, problem of pool 20"),
        ({"version": 3}, "plan is of version 3, problem of version 0"),
        ({"months": (JUL,)}, "plan and problem have different months"),
        ({"score": GOOD.score + 1}, f"score: {GOOD.score + 1} points claimed, {GOOD.score} earned"),
        (
            {"terms": GOOD.terms.model_copy(update={"fit": 0})},
            f"fit: 0 points claimed, {GOOD.terms.fit} earned",
        ),
        ({"bound": GOOD.score - 1}, f"bound: {GOOD.score - 1} is below the score {GOOD.score}"),
        (
            {"status": Status.OPTIMAL, "bound": GOOD.score + 1},
            f"plan says optimal, but its bound is {GOOD.score + 1} and its score {GOOD.score}",
        ),
        (
            {"status": Status.OPTIMAL},
            f"plan says optimal, but its bound is None and its score {GOOD.score}",
        ),
        (
            {
                "unmet": (
                    Unmet(
                        line_id="R2/1",
                        request_id="R2",
                        line=1,
                        role="pm",
                        hours=9,
                        by_month={JUL: 40},
                        cause="no_pm",
                    ),
                )
            },
            "R2/1: misses 40 quarters, said are 9",
        ),
    ],
)
def test_a_false_claim_is_found(change: Any, says: str) -> None:
    assert says in faults(OF, GOOD.model_copy(update=change))


@pytest.mark.parametrize("term", ["served", "coverage", "stability", "fit"])
def test_every_term_is_recomputed(term: str) -> None:
    claimed = GOOD.terms.model_copy(update={term: getattr(GOOD.terms, term) + 1})
    bad = GOOD.model_copy(update={"terms": claimed, "score": claimed.score})

    assert any(fault.startswith(f"{term}: ") for fault in faults(OF, bad))


def test_infeasible_is_believed_only_where_the_pins_contradict_the_facts() -> None:
    fine = problem([AYA, BEN], LINES)
    broken = problem([AYA, BEN], LINES, pins=[works("R1/1", "aya", 21)])
    claim = {"status": Status.INFEASIBLE, "assignments": (), "terms": Terms(), "score": 0}

    assert faults(fine, plan(fine).model_copy(update=claim)) == [
        "plan says infeasible, but the pins alone are a valid plan"
    ]
    assert faults(broken, plan(broken).model_copy(update=claim)) == []
    assert faults(broken, plan(broken).model_copy(update=claim | {"score": 5})) != []


AWAY = [{"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 20}, "points": -70}]


@pytest.mark.parametrize(("free", "fits"), [(40, True), (39, False)])
def test_the_overhead_of_a_pair_uses_capacity_where_it_works(free: int, fits: bool) -> None:
    of = problem([talent(free=free)], [line("R1/1")], pairs=AWAY)

    found = faults(of, plan(of, works("R1/1", "aya", 20, 20)))

    says = "aya: works 20 quarters in 2026-07 and loses 20 to overhead, has 39"
    assert found == ([] if fits else [says])


def test_a_month_without_work_has_no_overhead() -> None:
    of = problem([talent(free=20)], [line("R1/1")], pairs=AWAY)

    assert faults(of, plan(of, works("R1/1", "aya", 0, 20))) == []


def test_a_pin_uses_its_overhead_too() -> None:
    pins = [works("R1/1", "aya", 20)]
    of = problem([talent(free=39)], [line("R1/1")], pairs=AWAY, pins=pins)

    assert any("loses 20" in fault for fault in faults(of, plan(of, *pins)))


def test_the_points_of_a_pair_are_part_of_the_fit() -> None:
    of = problem([talent()], [line("R1/1")], pairs=AWAY)
    without = problem([talent()], [line("R1/1")])
    made = works("R1/1", "aya", 20, 20)

    assert terms(of, [made]).fit == terms(without, [made]).fit - 70


@pytest.mark.parametrize(
    ("pins", "fits"), [((), False), (("R1/1",), False), (("R1/1", "R2/1"), True)]
)
def test_nothing_but_pins_stands_beside_an_exclusive_line(pins: Any, fits: bool) -> None:
    made = [works("R1/1", "aya", 20), works("R2/1", "aya", 20)]
    pinned = [a for a in made if a.line_id in pins]
    of = problem([talent()], [line("R1/1", exclusive=True), line("R2/1")], pins=pinned)

    found = faults(of, plan(of, *made))

    says = "aya: works on 2 lines in 2026-07, and R1/1 wants them to itself"
    assert found == ([] if fits else [says])


def test_an_exclusive_line_leaves_other_months_free() -> None:
    of = problem([talent()], [line("R1/1", exclusive=True), line("R2/1")])

    assert faults(of, plan(of, works("R1/1", "aya", 20), works("R2/1", "aya", 0, 20))) == []


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        ({"line_id": "R9/1"}, "problem_no_line part='pairs' line_id='R9/1'"),
        ({"talent_id": "zoe"}, "problem_no_talent part='pairs' talent_id='zoe'"),
        ({"overhead": {"2027-01": 1}}, "problem_month_outside part='pairs' month='2027-01'"),
        ({"overhead": {JUL: -1}}, "greater than or equal to 0"),
    ],
)
def test_a_pair_that_means_nothing_is_refused(pair: Any, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        problem([talent()], [line("R1/1")], pairs=[AWAY[0] | pair])


def test_a_pair_stands_once() -> None:
    with pytest.raises(ValidationError, match="problem_pair_twice part='pairs'"):
        problem([talent()], [line("R1/1")], pairs=AWAY * 2)
