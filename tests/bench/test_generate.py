"""Generated problems: the sizes promised, valid, the same for the same seed."""

import hashlib
from functools import cache

import pytest

from bench.generate import fingerprint, generate, one_pool, supply
from bench.sizes import MUNICIPALITIES, SIZES, apportion, pools
from matcher.check import faults, terms
from matcher.eligibility.eligibility import Eligibility, free
from matcher.plan import Plan, Status
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from models.codes import valid_code, valid_corporate_number
from models.entities import Form, Nature, Role
from models.pool_settings import NeedPart


@cache
def large() -> Problem:
    """A pool that several tests look at."""
    return one_pool(SIZES["M"], 7)


@pytest.mark.parametrize("name", ["S9", "S", "M"])
@pytest.mark.parametrize("seed", [1, 7])
def test_a_pool_has_exactly_the_lines_requests_and_talents_of_its_size(
    name: str, seed: int
) -> None:
    size = SIZES[name]

    problem = one_pool(size, seed)

    assert len(problem.lines) == size.lines
    assert len(problem.talents) == size.talents
    assert len({line.request_id for line in problem.lines}) == size.requests
    assert len(problem.months) == 12


@pytest.mark.parametrize("name", ["S9", "S", "M"])
def test_hours_are_as_scarce_as_the_size_says(name: str) -> None:
    problem = one_pool(SIZES[name], 7)

    asked = sum(line.asked for line in problem.lines)

    assert asked / supply(problem) == pytest.approx(SIZES[name].ratio, rel=0.01)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_problem() -> None:
    first, again, other = (one_pool(SIZES["S"], seed) for seed in (7, 7, 8))

    assert first.model_dump_json() == again.model_dump_json()
    assert fingerprint(first) != fingerprint(other)


def test_what_a_seed_draws_never_changes_or_every_result_would_be_of_something_else() -> None:
    drawn = one_pool(SIZES["S9"], 1).model_dump_json(exclude_defaults=True)

    assert hashlib.sha256(drawn.encode()).hexdigest()[:16] == "aa5e56c4eefee4de"


def test_a_problem_survives_its_file() -> None:
    problem = one_pool(SIZES["S9"], 3)

    assert Problem.model_validate_json(problem.model_dump_json()) == problem


@pytest.mark.parametrize("seed", range(1, 25))
def test_pins_are_a_valid_plan_and_so_is_the_past_they_come_from(seed: int) -> None:
    problem = one_pool(SIZES["S"], seed)
    past = tuple(
        one for one in (*problem.pins, *problem.previous) if one.pair not in set(_barred(problem))
    )

    for made in (problem.pins, past):
        plan = Plan(
            pool_id=problem.pool_id,
            version=problem.version,
            months=problem.months,
            status=Status.FEASIBLE,
            method="test",
            assignments=tuple(made),
            terms=(earned := terms(problem, made)),
            score=earned.score,
        )
        assert faults(problem, plan) == []


def test_what_makes_a_pool_hard_is_there() -> None:
    problem = large()

    assert problem.pins
    assert problem.bars
    assert {True, False} == {before.seen for before in problem.previous}
    assert {1, 2} == {line.people for line in problem.lines}
    assert len({line.minimum_percent for line in problem.lines}) == 4
    assert any(len(line.municipalities) > 1 for line in problem.lines)
    assert any(talent.excluded for talent in problem.talents)
    ends = {talent.contract_until for talent in problem.talents}
    assert {end[5:] for end in ends} == {"03"}
    assert any(end in problem.months for end in ends)
    for line in problem.lines:
        assert all(valid_code(code) for code in line.municipalities)


def test_every_condition_bites_somewhere_in_a_large_pool() -> None:
    problem = large()
    eligible = Eligibility(problem)

    lost = {name for t in problem.talents for x in problem.lines for name in eligible.losses(x, t)}

    assert lost >= {"role", "skill", "nature", "contract", "training", "excluded", "conflict"}


def test_nearly_everybody_has_hours_and_a_few_are_not_trained() -> None:
    talents = large().talents
    months = large().months

    idle = [t for t in talents if not any(free(t, month) for month in months)]
    untrained = [t for t in talents if t.trained_from is None]

    assert idle == []
    assert 0 < len(untrained) < 0.1 * len(talents)
    assert any(t.trained_from > max(months[0], t.contract_from) for t in talents if t.trained_from)


def test_a_fiscal_year_appointment_ends_in_march_even_where_more_is_written_down() -> None:
    talents = [t for t in large().talents if t.form is Form.FISCAL_YEAR]

    assert {talent.last_month for talent in talents} == {"2027-03"}
    assert any(talent.contract_until > talent.last_month for talent in talents)


def test_a_few_lines_fill_a_person_and_some_have_a_way() -> None:
    problem = large()

    exclusive = [line for line in problem.lines if line.exclusive]

    assert 0.01 < len(exclusive) / len(problem.lines) < 0.05
    assert {(line.people, line.nature) for line in exclusive} == {(1, Nature.CONTINUOUS)}
    assert 0.03 < len({pair.line_id for pair in problem.pairs if pair.overhead}) / 950 < 0.9
    assert len(problem.model_dump_json(exclude_defaults=True)) < 2_000_000


def test_the_value_of_a_line_follows_from_its_need_and_urgency() -> None:
    lines = large().lines

    for line in lines:
        need = 100 + sum(line.need.values())
        assert line.value in {urgency * need // 100 for urgency in (100, 130, 170)}
    assert {part for line in lines for part in line.need} == set(NeedPart)


def test_vendors_have_numbers_that_nobody_bears_and_whose_check_digit_fits() -> None:
    problem = large()
    numbers = {n for line in problem.lines for n in line.vendors}
    numbers |= {talent.employer for talent in problem.talents if talent.employer}

    assert len(numbers) > 5
    for number in numbers:
        assert valid_corporate_number(number)[1:11] == "0000000000"


def test_the_roles_of_a_pool_have_the_printed_shape() -> None:
    roles = [talent.roles[0] for talent in large().talents]

    assert [roles.count(role) for role in Role] == apportion(200, (1.0, 1.6, 4.0))


def test_the_nation_has_47_pools_that_add_up() -> None:
    size = SIZES["L"]

    parts = pools(size)

    assert len(parts) == 47
    assert sum(MUNICIPALITIES) == sum(part.municipalities for part in parts) == 1741
    assert sum(part.lines for part in parts) == size.lines
    assert sum(part.talents for part in parts) == size.talents == 2000
    assert [problem.pool_id for problem in generate(size, 1)] == [f"{k:02d}" for k in range(1, 48)]


def test_a_grown_pool_keeps_its_lines_and_talents_as_large_as_they_are() -> None:
    base = one_pool(SIZES["S"], 1)

    grown = one_pool(SIZES["S"].grown(lines=2), 1)

    assert len(grown.lines) == 2 * len(base.lines)
    mean, before = (
        sum(line.asked for line in problem.lines) / len(problem.lines) for problem in (grown, base)
    )
    assert mean == pytest.approx(before, rel=0.02)


def test_the_greedy_plan_serves_a_good_part_of_a_generated_pool() -> None:
    problem = one_pool(SIZES["S"], 1)

    served = sum(assignment.total for assignment in greedy(problem))

    assert served > sum(line.asked for line in problem.lines) / 2


def _barred(problem: Problem) -> list[tuple[str, str]]:
    return [(bar.line_id, bar.talent_id) for bar in problem.bars]
