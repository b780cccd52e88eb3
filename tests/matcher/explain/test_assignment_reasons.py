"""Why a person, and who is next: against every other plan there is for the line."""

from itertools import product

import pytest

from matcher.check import faults, terms
from matcher.explain import explain
from matcher.plan import Why
from matcher.problem import Assignment, Problem
from matcher.roster.greedy import greedy
from tests.matcher.make_problem import line, plan, problem, talent, works
from tests.matcher.some_problems import plan_of, some_problem
from tests.wording.said import said


@pytest.mark.parametrize("seed", range(100))
def test_points_and_the_next_best_equal_an_enumeration(seed: int) -> None:
    some = some_problem(seed, requests=3, talents=4, months=2, scale=2)
    made = greedy(some)
    score = terms(some, made).score
    pinned = {pin.pair for pin in some.pins}
    for why in explain(some, plan_of(some, made)).why:
        rest = [a for a in made if a.pair != (why.line_id, why.talent_id)]
        assert why.points == score - terms(some, rest).score
        moves = (why.line_id, why.talent_id) not in pinned
        best = best_of_others(some, rest, why) if moves else None
        if best is None:
            assert why.next_best is why.next_best_loss is None  # type: ignore[comparison-overlap]
        else:
            assert why.next_best_loss == score - best
            assert why.next_best is not None


def best_of_others(some: Problem, rest: list[Assignment], why: Why) -> int | None:
    """The highest score with anybody else in the place of the person; None where nobody can."""
    asked = next(ln for ln in some.lines if ln.line_id == why.line_id)
    on = {a.talent_id for a in rest if a.line_id == why.line_id}
    rows = list(product(*(range(asked.hours.get(m, 0) + 1) for m in some.months)))
    scores = []
    for other in some.talents:
        if other.talent_id in on | {why.talent_id}:
            continue
        for row in rows:
            if hours := {m: h for m, h in zip(some.months, row, strict=True) if h}:
                one = Assignment(line_id=why.line_id, talent_id=other.talent_id, hours=hours)
                made = (*rest, one)
                if not faults(some, plan_of(some, made)):
                    scores.append(terms(some, made).score)
    return max(scores, default=None)


def test_every_assignment_has_its_reason_in_two_languages() -> None:
    some = some_problem(4)
    explained = explain(some, plan_of(some, greedy(some)))
    assert [(w.line_id, w.talent_id) for w in explained.why] == [
        a.pair for a in explained.assignments
    ]
    assert all(w.talent_id in said(w) and w.talent_id in said(w, "en") for w in explained.why)


def test_the_only_one_who_can_is_said_to_be_the_only_one() -> None:
    some = problem([talent("aya"), talent("ben", roles=("producer",))], [line("R1/1")])
    (why,) = explain(some, plan(some, works("R1/1", "aya", 20, 20))).why
    assert (why.candidates, why.next_best) == (1, None)
    assert said(why) == "担当は aya です。条件を満たすのは aya だけです。"


def test_the_next_best_is_named_with_what_it_would_cost() -> None:
    some = problem([talent("aya"), talent("ben", form="part_time")], [line("R1/1")])
    (why,) = explain(some, plan(some, works("R1/1", "aya", 20, 20))).why
    assert (why.candidates, why.next_best, why.next_best_loss) == (2, "ben", 6 * 40)
    assert said(why) == (
        "担当は aya です。条件を満たす2人のうち、次点は ben で、"
        "代わると評価が240点下がります（業務との適合が下がる）。"
    )
    assert (
        said(why, "en")
        == "aya serves R1/1. Of 2 who could, ben is next: 240 points less (fits the work less)."
    )


def test_others_without_hours_are_no_next_best() -> None:
    some = problem([talent("aya"), talent("ben", free=8)], [line("R1/1")])
    (why,) = explain(some, plan(some, works("R1/1", "aya", 20, 20))).why
    assert (why.candidates, why.next_best) == (2, None)
    assert said(why) == (
        "担当は aya です。条件を満たす2人のうち、ほかの1人は、空きが足りないため代われません。"
    )


def test_who_serves_the_same_line_is_no_rival() -> None:
    people = [talent("aya", free=12), talent("ben", free=12), talent("cho", free=2)]
    some = problem(people, [line("R1/1", people=2, minimum_percent=100)])
    why, _ = explain(some, plan(some, works("R1/1", "aya", 8, 8), works("R1/1", "ben", 12, 12))).why
    assert said(why) == ("担当は aya です。条件を満たす2人のうち、1人は同じ枠を担当しています。")
    assert said(why, "en") == "aya serves R1/1. 2 meet the conditions: 1 more on the same line."


def test_a_pinned_person_is_said_to_be_pinned() -> None:
    pin = works("R1/1", "aya", 20, 20)
    some = problem([talent("aya"), talent("ben")], [line("R1/1")], pins=(pin,))
    (why,) = explain(some, plan(some, pin)).why
    assert said(why) == "担当は aya です。固定されているので変わりません。"
