"""Generalized Assignment Problems: the files, the recipes, and the mapping onto our problem."""

import itertools
from pathlib import Path

import pytest

from bench.gap_file import Instance, made, read
from bench.gap_problem import prize, problem, reading
from bench.peers.gap_highs import gap_highs
from matcher.check import terms
from matcher.problem import Assignment
from matcher.solving.solve import Effort, solve
from models.months import Month

TINY = Instance(
    name="tiny",
    costs=((3, 1, 4), (2, 5, 1)),
    consumptions=((2, 3, 4), (3, 2, 2)),
    capacities=(5, 5),
)


def cheapest(instance: Instance) -> int | None:
    """By trying every way to hand out the jobs."""
    costs = []
    for agents in itertools.product(range(instance.agents), repeat=instance.jobs):
        used = [0] * instance.agents
        for job, agent in enumerate(agents):
            used[agent] += instance.consumptions[agent][job]
        if all(u <= c for u, c in zip(used, instance.capacities, strict=True)):
            costs.append(sum(instance.costs[agent][job] for job, agent in enumerate(agents)))
    return min(costs, default=None)


def plan_of(agents: list[int]) -> tuple[Assignment, ...]:
    return tuple(
        Assignment(line_id=f"J{job + 1}/1", talent_id=f"A{agent + 1}", hours={Month("2026-04"): 1})
        for job, agent in enumerate(agents)
    )


def test_a_file_of_one_instance_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "tiny.txt"
    path.write_text(TINY.text())

    assert read(path) == (TINY,)


def test_a_file_of_several_instances_begins_with_their_count(tmp_path: Path) -> None:
    path = tmp_path / "gap1.txt"
    path.write_text("  2\n" + TINY.text() + TINY.text())

    first, second = read(path)

    assert (first.name, second.name) == ("gap1-1", "gap1-2")
    assert first.costs == second.costs == TINY.costs
    assert first.capacities == TINY.capacities


def test_line_breaks_mean_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tiny.txt"
    path.write_text(TINY.text().replace("\n", " ").replace(" ", "\n"))

    assert read(path) == (TINY,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("2 3 1", "instance 1"),
        ("2 2 a b", "not a table of numbers"),
        ("1 " + TINY.text() + "9", "1 numbers are left"),
        ("0", "0 numbers are left after 0"),
    ],
)
def test_a_file_of_something_else_is_refused_with_its_name(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text)

    with pytest.raises(ValueError, match=r"odd\.txt.*" + said):
        read(path)


@pytest.mark.parametrize("kind", ["d", "e"])
def test_made_instances_follow_the_recipe(kind: str) -> None:
    instance = made(kind, 5, 100, 1)

    assert instance == made(kind, 5, 100, 1)
    assert (instance.agents, instance.jobs) == (5, 100)
    for row, capacity in zip(instance.consumptions, instance.capacities, strict=True):
        assert capacity == int(0.8 * sum(row) / 5)
    cells = [
        (a, c)
        for consumptions, costs in zip(instance.consumptions, instance.costs, strict=True)
        for a, c in zip(consumptions, costs, strict=True)
    ]
    if kind == "d":
        assert all(1 <= a <= 100 and abs(a + c - 111) <= 10 for a, c in cells)
    else:
        assert all(a >= 1 and c >= 1 for a, c in cells)
        assert max(a for a, _ in cells) > 40  # the tail


def test_serving_one_job_more_always_outweighs_the_cost_of_it() -> None:
    instance = made("e", 3, 8, 1)

    saved = sum(map(max, zip(*instance.costs, strict=True)))
    least = sum(map(min, zip(*instance.costs, strict=True)))

    assert prize(instance) > saved - least + max(map(max, instance.costs))


def test_a_plan_is_read_as_an_answer_with_its_cost() -> None:
    found = reading(TINY, plan_of([0, 0, 1]), 3 * prize(TINY) - 5)

    assert (found.served, found.cost, found.least) == (3, 5, 5)
    assert found.gap == 0


def test_a_plan_that_leaves_a_job_undone_has_no_cost() -> None:
    found = reading(TINY, plan_of([0, 0]), None)

    assert (found.served, found.cost, found.least, found.gap) == (2, None, None, None)


@pytest.mark.parametrize("agents", [[0, 0, 0], [1, 1, 1]])
def test_a_plan_over_an_agents_capacity_is_refused(agents: list[int]) -> None:
    with pytest.raises(ValueError, match="consumes"):
        reading(TINY, plan_of(agents), None)


def test_a_plan_that_does_a_job_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        reading(TINY, plan_of([0])[:1] + plan_of([1])[:1], None)


@pytest.mark.parametrize("kind", ["d", "e"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_peer_finds_what_trying_everything_finds(kind: str, seed: int) -> None:
    instance = made(kind, 3, 7, seed)

    cost, bound = gap_highs(instance, 10)

    assert cost == bound == cheapest(instance)


def test_a_job_that_consumes_nothing_has_no_line() -> None:
    free = Instance(name="free", costs=((1, 1),), consumptions=((0, 1),), capacities=(1,))

    with pytest.raises(ValueError, match="job 1 consumes nothing"):
        problem(free)


def test_the_mapped_problem_earns_a_prize_for_each_job_less_its_cost() -> None:
    mapped = problem(TINY)
    answer = (0, 0, 1)
    hours = [line.hours for line in mapped.lines]
    made_of = tuple(
        Assignment(line_id=f"J{job + 1}/1", talent_id=f"A{agent + 1}", hours=hours[job])
        for job, agent in enumerate(answer)
    )

    assert terms(mapped, made_of).score == 3 * prize(TINY) - 5


@pytest.mark.parametrize("kind", ["d", "e"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_matcher_finds_what_trying_everything_finds(kind: str, seed: int) -> None:
    instance = made(kind, 3, 6, seed)

    plan = solve(problem(instance), Effort(seconds=5, seed=1))
    found = reading(instance, plan.assignments, plan.bound)

    assert found.cost == cheapest(instance)
    assert found.least is not None
    assert found.cost is None or found.least <= found.cost
