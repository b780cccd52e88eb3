"""A part of a problem keeps what is inside, and holds back the hours that the rest takes."""

from matcher.building.problem_part import (
    hours_used,
    problem_part,
    with_hours_less,
    with_no_hours_but,
)
from matcher.eligibility.eligibility import free
from matcher.eligibility.pair_table import PairTable
from matcher.problem import Problem
from models.ids import TalentId
from tests.matcher.make_problem import AUG, JUL, bar, before, line, problem, talent, works

OF = problem(
    [talent("aya"), talent("ben"), talent("coco")],
    [line("R1/1"), line("R2/1"), line("R3/1")],
    pins=[works("R3/1", "coco", 8)],
    bars=[bar("R1/1", "ben"), bar("R3/1", "aya")],
    previous=[before("R1/1", "aya", 8), before("R2/1", "coco", 8)],
    pairs=[
        {"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 4}},
        {"line_id": "R3/1", "talent_id": "aya", "overhead": {JUL: 4}},
    ],
)


def test_what_names_others_is_left_out() -> None:
    part = problem_part(OF, lines=OF.lines[:2], talents=OF.talents[:2], pins=OF.pins)

    assert (part.pins, [b.talent_id for b in part.bars]) == ((), ["ben"])
    assert [(p.line_id, p.talent_id) for p in part.previous] == [("R1/1", "aya")]
    assert [p.line_id for p in part.pairs] == ["R1/1"]
    assert Problem.model_validate(part.model_dump()) == part


def test_work_takes_its_hours_and_the_overhead_of_the_pair() -> None:
    used = hours_used([works("R1/1", "aya", 8, 12), works("R2/1", "aya", 5)], PairTable(OF))

    assert used[TalentId("aya")] == {JUL: 8 + 4 + 5, AUG: 12}


def test_a_talent_who_is_not_free_has_the_hours_that_are_pinned_and_no_other() -> None:
    aya = talent("aya", overhead=6)

    held = with_no_hours_but(problem([aya], []).talents[0], {JUL: 17})

    assert [free(held, month) for month in OF.months] == [17] + [0] * (len(OF.months) - 1)


def test_hours_that_are_worked_elsewhere_are_gone_and_never_below_none() -> None:
    before_that = free(OF.talents[0], JUL)

    less = with_hours_less(OF.talents[0], {JUL: 10, AUG: 10_000})

    assert free(less, JUL) == before_that - 10
    assert free(less, AUG) == 0
    assert with_hours_less(OF.talents[0], {}) is OF.talents[0]
