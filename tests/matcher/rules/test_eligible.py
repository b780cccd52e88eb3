from typing import Any

import pytest

from matcher.problem import ProblemTalent
from matcher.rules import eligible  # type: ignore[attr-defined]
from tests.matcher.make_problem import AUG, JUL, MATSUMOTO, bar, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible, open_to_all


def test_who_has_role_skill_and_contract_may_work() -> None:
    mip = open_to_all(problem([talent(skills={"cloud": 3})], [line(skills={"cloud": 3})]))

    eligible(mip)
    mip.fix("R1/1", "aya", {JUL: 20, AUG: 20})

    assert is_feasible(mip)


@pytest.mark.parametrize(
    ("person", "bars"),
    [
        (talent(roles=("engineer",)), ()),
        (talent(skills={"cloud": 2}), ()),
        (talent(contract_from="2026-09"), ()),
        (talent(excluded=(MATSUMOTO,)), ()),
        (talent(), (bar("R1/1", "aya"),)),
        (talent(), (bar("R1/1", "aya", JUL, AUG),)),
        (talent(free=3), ()),
    ],
    ids=["role", "skill", "contract", "excluded", "declined", "all months", "hours"],
)
def test_who_fails_a_condition_may_not_work(person: ProblemTalent, bars: Any) -> None:
    asked = {"cloud": 3} if person.skills else {}
    mip = open_to_all(problem([person], [line(skills=asked)], bars=bars))

    eligible(mip)
    mip.fix("R1/1", "aya", {AUG: 20})

    assert not is_feasible(mip)


def test_a_month_bar_leaves_the_other_months_open() -> None:
    of = problem([talent()], [line()], bars=[bar("R1/1", "aya", JUL)])
    in_july, in_august = open_to_all(of), open_to_all(of)

    for mip, month in ((in_july, JUL), (in_august, AUG)):
        eligible(mip)
        mip.fix("R1/1", "aya", {month: 20})

    assert not is_feasible(in_july)
    assert is_feasible(in_august)


def test_a_pinned_pair_is_exempt() -> None:
    from matcher.mip.mip_model import MipModel

    mip = MipModel(problem([talent(roles=("engineer",))], [line()], pins=[works("R1/1", "aya", 8)]))

    eligible(mip)
    mip.fix("R1/1", "aya", {JUL: 8})

    assert is_feasible(mip)
