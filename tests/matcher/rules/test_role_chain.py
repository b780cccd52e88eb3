from matcher.mip.mip_model import MipModel
from matcher.rules import role_chain  # type: ignore[attr-defined]
from tests.matcher.make_problem import JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible, open_to_all

PM, ENGINEER = line("R1/1", role="pm"), line("R1/2", role="engineer")
TWO = [talent("aya"), talent("ben")]


def test_an_engineer_works_where_a_pm_leads() -> None:
    mip = MipModel(problem(TWO, [PM, ENGINEER]))

    role_chain(mip)
    mip.fix("R1/1", "ben", {JUL: 20})
    mip.fix("R1/2", "aya", {JUL: 20})

    assert is_feasible(mip)


def test_an_engineer_does_not_work_where_nobody_leads() -> None:
    mip = MipModel(problem(TWO, [PM, ENGINEER]))

    role_chain(mip)
    for name in ("aya", "ben"):
        mip.fix("R1/1", name, {})
    mip.fix("R1/2", "aya", {JUL: 20})

    assert not is_feasible(mip)


def test_the_pm_of_another_request_does_not_lead() -> None:
    mip = open_to_all(problem(TWO, [ENGINEER, line("R2/1", role="pm")]))

    role_chain(mip)
    mip.fix("R2/1", "ben", {JUL: 20})
    mip.fix("R1/2", "aya", {JUL: 20})

    assert not is_feasible(mip)


def test_a_municipality_with_a_pm_of_its_own_needs_no_other() -> None:
    mip = MipModel(problem(TWO, [line("R1/2", role="engineer", needs_pm=False)]))

    role_chain(mip)
    mip.fix("R1/2", "aya", {JUL: 20})

    assert is_feasible(mip)


def test_a_pinned_engineer_is_exempt_but_who_joins_is_not() -> None:
    shared = line("R1/2", role="engineer", people=2)
    mip = MipModel(problem(TWO, [PM, shared], pins=[works("R1/2", "aya", 8)]))

    role_chain(mip)
    mip.fix("R1/2", "aya", {JUL: 8})
    for name in ("aya", "ben"):
        mip.fix("R1/1", name, {})

    assert is_feasible(mip)
    mip.fix("R1/2", "ben", {JUL: 8})
    assert not is_feasible(mip)


def test_a_pinned_pm_leads() -> None:
    mip = MipModel(problem(TWO, [PM, ENGINEER], pins=[works("R1/1", "ben", 1)]))

    role_chain(mip)
    mip.fix("R1/1", "ben", {JUL: 1})
    mip.fix("R1/2", "aya", {JUL: 20})

    assert is_feasible(mip)
