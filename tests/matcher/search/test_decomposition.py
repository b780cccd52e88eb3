"""A pool cut in two, each half bettered for itself: the halves must fit together again."""

import pytest

from matcher.arrays.arrays import no_prices
from matcher.arrays.encode import encode
from matcher.problem import Assignment, Line, Problem
from matcher.roster.greedy import greedy
from matcher.search.decomposition import cut, divisible, prices_of
from models.codes import check_digit
from models.entities import Role
from models.ids import LineId, TalentId
from tests.matcher.loaded import loaded
from tests.matcher.make_problem import line, problem, talent
from tests.matcher.pools import pool
from tests.matcher.some_problems import some_problem


def test_a_cut_loses_and_doubles_nothing() -> None:
    of = pool(3)
    plan = greedy(of)

    (left, right), still = cut(of, plan, 1)

    assert sorted(a.pair for a in (*left.moving, *right.moving, *still)) == [a.pair for a in plan]
    assert min(len(left.moving), len(right.moving)) > len(plan) / 5
    offered = [set(zip(*_open(region.problem), strict=True)) for region in (left, right)]
    assert offered[0].isdisjoint(offered[1])


@pytest.mark.parametrize("seed", range(20))
def test_who_leads_an_engineer_that_stays_stays_too(seed: int) -> None:
    of = pool(3)
    lines = {one.line_id: one for one in of.lines}

    regions, still = cut(of, greedy(of), seed)

    moving = [lines[a.line_id] for region in regions for a in region.moving]
    stays = [lines[a.line_id] for a in still]
    led = {one.request_id for one in stays if one.role is Role.ENGINEER and one.needs_pm}
    assert led.isdisjoint(one.request_id for one in moving if one.role is Role.PM)


@pytest.mark.parametrize("seed", range(20))
def test_who_is_only_pinned_there_has_no_hour_to_spare(seed: int) -> None:
    of = loaded(some_problem(seed, requests=14, talents=9), seed, scale=10)

    regions, _ = cut(of, greedy(of), seed)

    for region in regions:
        free = encode(region.problem).arrays.free
        pinned = [at for at, one in enumerate(region.problem.talents) if one not in of.talents]
        assert not free[pinned].any()


def _open(of: Problem) -> tuple[list[LineId], list[TalentId]]:
    arrays = encode(of).arrays
    return (
        [of.lines[at].line_id for at in arrays.line],
        [of.talents[at].talent_id for at in arrays.talent],
    )


def test_people_and_places_take_their_prices_along() -> None:
    of = pool(3)
    prices = no_prices(encode(of).arrays)
    prices.hour[:, 0] = range(len(of.talents))
    prices.tier[:] = range(len(prices.tier))
    (region, _), _ = cut(of, greedy(of), 1)

    part = prices_of(prices, of, region.problem)

    names = [talent.talent_id for talent in of.talents]
    places = list(dict.fromkeys(line.municipalities for line in of.lines))
    mine = list(dict.fromkeys(line.municipalities for line in region.problem.lines))
    assert [names[int(at)] for at in part.hour[:, 0]] == [
        t.talent_id for t in region.problem.talents
    ]
    assert [places[int(at)] for at in part.tier] == mine


def of_places(count: int) -> list[Line]:
    """A line at each of so many places."""
    codes = [f"20{201 + at:03d}" for at in range(count)]
    return [
        line(f"R{at}/1", municipalities=(code + check_digit(code),))
        for at, code in enumerate(codes, start=10)
    ]


def test_a_request_at_two_places_is_not_cut() -> None:
    lines = of_places(10)
    astray = line("R10/2", municipalities=lines[1].municipalities, role="engineer")

    assert divisible(problem([talent()], lines))
    assert not divisible(problem([talent()], [*lines, astray]))


def test_few_places_are_not_cut() -> None:
    assert not divisible(problem([talent()], of_places(7)))
    assert not divisible(problem([talent()], [line(f"R{at}/1") for at in range(300)]))


def test_a_pair_kept_apart_stays_apart() -> None:
    of = pool(3)
    plan = greedy(of)
    planned = {a.pair for a in plan}
    apart = next(pair for pair in zip(*_open(of), strict=True) if pair not in planned)
    line_of = next(one for one in of.lines if one.line_id == apart[0])
    pin = Assignment(line_id=apart[0], talent_id=apart[1], hours=dict.fromkeys(line_of.hours, 0))
    of = of.model_copy(update={"pins": (*of.pins, pin)})

    for seed in range(10):
        regions, _ = cut(of, plan, seed)
        for region in regions:
            assert apart not in set(zip(*_open(region.problem), strict=True))
