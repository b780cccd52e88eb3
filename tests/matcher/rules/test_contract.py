"""contract: months inside the contract; a fiscal-year appointment ends in March."""

from typing import Any

import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import contract  # type: ignore[attr-defined]
from models.months import Month, window
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible, open_to_all

TURN = window(Month("2027-02"), 4)
FEB, MAR, APR, MAY = TURN


def works_in(month: Month, *, months: Any = (JUL, AUG), **of_talent: Any) -> bool:
    """Whether the rule lets a talent work in a month on a model that is open to all."""
    person = talent(free=dict.fromkeys(months, 40), **of_talent)
    asked = line(asks=dict.fromkeys(months, 20))
    mip = open_to_all(problem([person], [asked], months=months))
    contract(mip)
    mip.fix("R1/1", "aya", {month: 20})
    return is_feasible(mip)


@pytest.mark.parametrize(("month", "allowed"), [(JUL, False), (AUG, True)])
def test_nobody_works_before_the_contract_begins(month: str, allowed: bool) -> None:
    assert works_in(Month(month), contract_from=AUG) is allowed


@pytest.mark.parametrize(("month", "allowed"), [(JUL, True), (AUG, False)])
def test_nobody_works_after_the_contract_has_ended(month: str, allowed: bool) -> None:
    assert works_in(Month(month), contract_until=JUL) is allowed


@pytest.mark.parametrize(("month", "allowed"), [(FEB, True), (MAR, True), (APR, False)])
def test_a_fiscal_year_appointment_ends_in_march_whatever_the_contract_says(
    month: str, allowed: bool
) -> None:
    found = works_in(
        Month(month), months=TURN, form="fiscal_year", contract_from="2026-10", contract_until=MAY
    )

    assert found is allowed


@pytest.mark.parametrize("month", [APR, MAY])
def test_a_fiscal_year_appointment_that_begins_in_april_has_its_year_before_it(month: str) -> None:
    assert works_in(
        Month(month), months=TURN, form="fiscal_year", contract_from=APR, contract_until="2028-03"
    )


def test_one_that_begins_in_march_has_a_single_month() -> None:
    dates = {"contract_from": MAR, "contract_until": "2028-03"}

    assert works_in(MAR, months=TURN, form="fiscal_year", **dates)
    assert not works_in(APR, months=TURN, form="fiscal_year", **dates)


def test_other_forms_go_on_over_march() -> None:
    assert works_in(APR, months=TURN, form="part_time", contract_until=MAY)


def test_a_pinned_pair_is_exempt() -> None:
    person = talent(contract_from=AUG)
    mip = MipModel(problem([person], [line()], pins=[works("R1/1", "aya", 8)]))

    contract(mip)
    mip.fix("R1/1", "aya", {JUL: 8})

    assert is_feasible(mip)
