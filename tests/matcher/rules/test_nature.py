"""nature: employment forms do the work they are for."""

import pytest

from matcher.mip.mip_model import MipModel
from matcher.rules import nature  # type: ignore[attr-defined]
from models.pool_settings import NATURES
from tests.matcher.make_problem import JUL, line, problem, talent, works
from tests.matcher.solve_mip import is_feasible, open_to_all


@pytest.mark.parametrize(
    ("form", "work", "allowed"),
    [
        ("side_job", "continuous", False),
        ("side_job", "project", True),
        ("side_job", "advice", True),
        ("contract", "continuous", False),
        ("contract", "advice", True),
        ("full_time", "continuous", True),
        ("part_time", "continuous", True),
    ],
)
def test_by_default_side_jobs_and_outsourcing_do_projects_and_advice(
    form: str, work: str, allowed: bool
) -> None:
    of = problem([talent(form=form)], [line(nature=work)], natures=NATURES)
    mip = open_to_all(of)

    nature(mip)
    mip.fix("R1/1", "aya", {JUL: 20})

    assert is_feasible(mip) is allowed


@pytest.mark.parametrize("form", ["side_job", "full_time"])
def test_a_form_that_is_not_named_does_everything(form: str) -> None:
    of = problem([talent(form=form)], [line(nature="continuous")], natures={"part_time": ()})
    mip = open_to_all(of)

    nature(mip)
    mip.fix("R1/1", "aya", {JUL: 20})

    assert is_feasible(mip)


def test_a_form_with_an_empty_list_does_nothing() -> None:
    mip = open_to_all(problem([talent()], [line()], natures={"full_time": ()}))

    nature(mip)
    mip.fix("R1/1", "aya", {JUL: 20})

    assert not is_feasible(mip)


def test_a_pinned_pair_is_exempt() -> None:
    of = problem(
        [talent(form="side_job")], [line()], natures=NATURES, pins=[works("R1/1", "aya", 8)]
    )
    mip = MipModel(of)

    nature(mip)
    mip.fix("R1/1", "aya", {JUL: 8})

    assert is_feasible(mip)
