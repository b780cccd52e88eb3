"""The list for those who hire: proved, the largest effect first, and the same each time."""

from typing import Any

import pytest

from matcher.check import faults
from matcher.explain import explain
from matcher.explain.bottlenecks import MOST, bottlenecks
from matcher.problem import Problem, ProblemTalent
from matcher.roster.greedy import greedy
from tests.matcher.make_problem import (
    JUL,
    MATSUMOTO,
    OKAYA,
    UEDA,
    line,
    plan,
    problem,
    talent,
    works,
)
from tests.matcher.pools import pool
from tests.matcher.some_problems import some_problem
from tests.wording.said import said


def listed(of: Problem, *assignments: Any) -> Any:
    return bottlenecks(of, explain(of, plan(of, *assignments)))


def short_of_pms() -> Problem:
    """A PM for one of three municipalities in July."""
    places = (MATSUMOTO, UEDA, OKAYA)
    lines = [
        line(f"R-{at}/1", asks={JUL: 32}, municipalities=(code,)) for at, code in enumerate(places)
    ]
    return problem([talent(free={JUL: 32})], lines)


def test_a_role_that_is_short_says_how_many_hours_reach_how_many_municipalities() -> None:
    [entry] = listed(short_of_pms(), works("R-0/1", "aya", 32))

    assert (entry.role, entry.hours, entry.missing) == ("pm", {JUL: 64}, 64)
    assert entry.lines == ("R-1/1", "R-2/1")
    assert entry.reached == tuple(sorted((UEDA, OKAYA)))
    assert said(entry) == (
        "PM があと16時間（2026年7月）あれば、あと2市区町村に届きます（要請枠2件、16時間）。"
    )
    assert said(entry, "en") == (
        "16 h more PM in 2026-07 would reach 2 more municipalities (2 demand lines, 16 h)."
    )


def test_what_could_be_served_as_things_are_is_nobodys_bottleneck() -> None:
    of = short_of_pms().model_copy(update={"talents": (talent(free={JUL: 96}),)})

    assert listed(of, works("R-0/1", "aya", 32)) == ()


def test_a_plan_that_serves_all_has_no_bottleneck() -> None:
    of = problem([talent(free={JUL: 32})], [line("R-0/1", asks={JUL: 32})])

    assert listed(of, works("R-0/1", "aya", 32)) == ()


def test_a_skill_nobody_has_is_named() -> None:
    of = problem(
        [talent(free={JUL: 64})],
        [line("R-0/1", asks={JUL: 32}), line("R-1/1", asks={JUL: 32}, skills={"drone": 3})],
    )

    [entry] = listed(of, works("R-0/1", "aya", 32))

    assert entry.skills == {"drone": 3}
    assert entry.lines == ("R-1/1",)
    assert "PM（drone 3）" in said(entry)


def test_who_is_hired_is_trained_and_of_a_form_that_may_do_the_work() -> None:
    of = short_of_pms().model_copy(
        update={"training_required": True, "natures": {"full_time": ("advice",)}}
    )

    [entry] = listed(of)

    assert entry.form == "fixed_term"
    assert said(entry).startswith("PM（任期付職員）があと")
    assert "more PM (Fixed-term) in 2026-07" in said(entry, "en")
    assert len(entry.reached) == 3


def test_a_pm_opens_the_lines_of_engineers_who_wait_for_one() -> None:
    of = problem(
        [talent("ben", roles=("engineer",), free={JUL: 64})],
        [
            line("R-0/1", asks={JUL: 16}),
            line("R-0/2", role="engineer", asks={JUL: 64}),
        ],
    )

    [entry] = listed(of)

    assert (entry.role, entry.hours) == ("pm", {JUL: 16})
    assert entry.lines == ("R-0/1", "R-0/2")
    assert entry.served == 80


def test_one_person_works_no_more_than_a_full_month() -> None:
    lines = [line(f"R-{at}/1", asks=400, municipalities=(MATSUMOTO,)) for at in range(4)]

    [entry, *_] = listed(problem([], lines))

    assert all(hours <= 620 for hours in entry.hours.values())


def test_the_prefectures_own_requests_are_served_but_no_municipality() -> None:
    of = problem([], [line("R-0/1", asks={JUL: 32}, municipalities=("200000",))])

    [entry] = listed(of)

    assert (entry.municipalities, entry.reached) == ((), ())
    assert "県の要請" in said(entry)


@pytest.mark.parametrize("seed", range(30))
def test_every_entry_is_what_greedy_insertion_of_just_that_person_gives(seed: int) -> None:
    of = some_problem(seed, requests=8, talents=3)
    now = greedy(of)
    done = explain(of, plan(of, *now))

    entries = bottlenecks(of, done)

    assert len(entries) <= MOST
    for entry in entries:
        person = ProblemTalent(
            talent_id="somebody",
            roles=(entry.role,),
            skills=entry.skills,
            form=entry.form,
            trained_from=of.months[0],
            contract_from=of.months[0],
            contract_until=of.months[-1],
            capacity=entry.hours,
        )
        with_them = of.model_copy(update={"talents": (*of.talents, person)})
        # Planned again by other code, from the same plan: the hours are worth having.
        better = plan(with_them, *greedy(with_them, now))
        assert faults(with_them, better) == []
        assert better.score > done.score
        assert better.served >= done.served
        assert entry.served >= sum(entry.hours.values()) > 0


def test_the_list_is_the_same_each_time_and_the_largest_effect_comes_first() -> None:
    of = pool(3)
    done = explain(of, plan(of, *greedy(of)))

    entries = bottlenecks(of, done)

    assert entries
    assert entries == bottlenecks(of, done)
    effects = [(len(e.reached), len(e.lines)) for e in entries]
    assert effects == sorted(effects, reverse=True)
