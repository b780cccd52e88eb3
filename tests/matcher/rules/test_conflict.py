"""conflict: nobody serves where their employer sells."""

from typing import Any

import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import conflict  # type: ignore[attr-defined]
from tests.matcher.make_problem import JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible, open_to_all

#: Numbers that belong to nobody: their check digits do not fit.
VENDOR, BIDDER, ANOTHER = "1000000000000", "2000000000000", "3000000000000"


@pytest.mark.parametrize(
    ("employer", "vendors", "allowed"),
    [
        (VENDOR, (VENDOR,), False),
        (BIDDER, (VENDOR, BIDDER), False),
        (ANOTHER, (VENDOR, BIDDER), True),
        (VENDOR, (), True),
        (None, (VENDOR,), True),
    ],
)
def test_who_is_employed_by_a_vendor_concerned_stays_away(
    employer: str | None, vendors: Any, allowed: bool
) -> None:
    mip = open_to_all(problem([talent(employer=employer)], [line(vendors=vendors)]))

    conflict(mip)
    mip.fix("R1/1", "aya", {JUL: 20})

    assert is_feasible(mip) is allowed


def test_the_vendors_of_one_line_say_nothing_of_another() -> None:
    lines = [line("R1/1", vendors=(VENDOR,)), line("R2/1")]
    mip = open_to_all(problem([talent(employer=VENDOR)], lines))

    conflict(mip)
    mip.fix("R2/1", "aya", {JUL: 20})

    assert is_feasible(mip)


def test_a_pinned_pair_is_exempt() -> None:
    of = problem(
        [talent(employer=VENDOR)], [line(vendors=(VENDOR,))], pins=[works("R1/1", "aya", 8)]
    )
    mip = MipModel(of)

    conflict(mip)
    mip.fix("R1/1", "aya", {JUL: 8})

    assert is_feasible(mip)
