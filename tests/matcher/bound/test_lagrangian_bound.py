"""No plan may exceed the bound, whatever the prices; and it must come close where it can."""

import pytest

from matcher.arrays.encode import encode
from matcher.bound.lagrangian_bound import LagrangianBound
from matcher.check import terms
from matcher.search.chains import Chain, run
from matcher.solving.solve import Effort, solve
from tests.matcher.brute import best_score, tiny
from tests.matcher.loaded import loaded
from tests.matcher.make_problem import JUL, MATSUMOTO, OKAYA, UEDA, line, problem, talent
from tests.matcher.pools import pool
from tests.matcher.searched import searched
from tests.matcher.seeds import seeds
from tests.matcher.some_problems import some_problem

SEEDS = seeds(50)


@pytest.mark.timeout(max(120, len(SEEDS)))
@pytest.mark.parametrize("kind", ["tiny", "loaded"])
def test_no_plan_of_a_tiny_problem_exceeds_the_bound(kind: str) -> None:
    for seed in SEEDS:
        of = tiny(seed) if kind == "tiny" else loaded(tiny(seed), seed)
        best = best_score(of)
        if best is None:
            continue
        bound = LagrangianBound(encode(of).arrays)

        for _ in range(12):
            assert bound.improve(best - 1, 10.0, steps=25) >= best, f"seed {seed}"


def test_prices_of_a_few_pairs_still_make_a_bound_of_all() -> None:
    for seed in seeds(30):
        of = loaded(tiny(seed), seed)
        best = best_score(of)
        if best is None:
            continue
        bound = LagrangianBound(encode(of).arrays)

        bound.roughly(1, best, 0.01)

        assert bound.improve(best, 10.0, steps=1) >= best, f"seed {seed}"


def test_prices_of_a_few_pairs_come_near_those_of_all() -> None:
    encoding = encode(pool(2))
    everywhere, roughly = LagrangianBound(encoding.arrays), LagrangianBound(encoding.arrays)
    chain = Chain(encoding, 1)
    chain.begin()
    everywhere.improve(chain.best_score, 60.0, steps=400)

    roughly.roughly(1, chain.best_score, 60.0, steps=100)

    assert everywhere.whole <= roughly.whole < everywhere.whole * 1.02


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_found_exceeds_the_bound_of_a_cramped_problem(seed: int) -> None:
    of = some_problem(seed, requests=8, talents=6)
    score = terms(of, searched(of, seed=seed, steps=3_000)).score

    bound = LagrangianBound(encode(of).arrays).improve(score, 10.0, steps=400)

    assert bound >= score


def test_the_bound_only_falls_and_comes_near_the_plans() -> None:
    encoding = encode(pool(2))
    chain = Chain(encoding, 1)
    chain.begin()
    run(chain, 60.0, steps=8000)
    bound = LagrangianBound(encoding.arrays)

    told = [bound.improve(chain.best_score, 10.0, steps=40) for _ in range(10)]

    assert told == sorted(told, reverse=True)
    assert chain.best_score <= told[-1] < chain.best_score * 1.08


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_found_exceeds_the_bound_where_producers_and_load_weigh(seed: int) -> None:
    encoding = encode(loaded(some_problem(seed, requests=8, talents=6), seed, scale=10))
    chain = Chain(encoding, 1)
    chain.begin()
    run(chain, 60.0, steps=2000)
    bound = LagrangianBound(encoding.arrays)

    for _ in range(8):
        assert bound.improve(chain.best_score, 10.0, steps=40) >= chain.best_score


def test_there_is_a_bound_without_any_time() -> None:
    of = pool(1)

    bound = LagrangianBound(encode(of).arrays).improve(0, 0.0)

    assert bound >= terms(of, searched(of, steps=3_000)).score


def test_it_is_exact_where_nothing_is_scarce() -> None:
    of = problem([talent("aya", free=100)], [line("R1/1", asks=20), line("R2/1", asks=30)])
    encoding = encode(of)
    chain = Chain(encoding, 1)
    chain.begin()

    bound = LagrangianBound(encoding.arrays).improve(chain.best_score, 10.0, steps=300)

    assert bound == chain.best_score == solve(of, Effort(seconds=5)).score


def test_an_exclusive_line_pays_for_all_that_it_leaves_to_nobody() -> None:
    # Alone it is worth less than a month full of others; half of each would be worth more.
    exclusive = line("R1/1", asks={JUL: 20}, exclusive=True, value=200)
    others = [line(f"R{at}/1", asks={JUL: 60}) for at in (2, 3)]
    of = problem([talent(free=60)], [exclusive, *others])
    best = solve(of, Effort(seconds=5)).score

    assert LagrangianBound(encode(of).arrays).improve(best, 10.0, steps=1_000) < best * 1.05


def test_an_exclusive_line_pays_for_all_places_of_its_month() -> None:
    exclusive = line("R1/1", asks={JUL: 25}, exclusive=True, value=200)
    places = [(MATSUMOTO,), (UEDA,), (OKAYA,), (MATSUMOTO, UEDA), (UEDA, OKAYA)]
    others = [
        line(f"R{at}/1", asks={JUL: 15}, municipalities=place)
        for at, place in enumerate(places, start=2)
    ]
    aya = talent(free=100, municipalities_at_once=3)
    of = problem([aya], [exclusive, *others], weights={"coverage": 0, "setup": 0})
    best = solve(of, Effort(seconds=5)).score

    assert LagrangianBound(encode(of).arrays).improve(best, 10.0, steps=1_000) < best * 1.01
