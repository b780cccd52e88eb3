"""fit: the form earns by the nature of the work, every face costs."""

import pytest

from matcher.objective import fit  # type: ignore[attr-defined]
from tests.matcher.make_problem import line, problem, talent, works
from tests.matcher.objective.forced import forced
from tests.matcher.solve_mip import most


def test_fit_earns_for_the_form_and_costs_for_every_face() -> None:
    of = problem([talent(form="side_job")], [line(nature="project")])
    mip = forced(of, works("R1/1", "aya", 10, 5))

    assert most(mip, fit(mip)) == 15 * 10 - 200


@pytest.mark.parametrize("points", [300, -300])
def test_a_pair_may_earn_points_of_its_own(points: int) -> None:
    own = [{"line_id": "R1/1", "talent_id": "aya", "points": points}]
    of = problem([talent(form="side_job")], [line(nature="project")], pairs=own)
    mip = forced(of, works("R1/1", "aya", 10, 5))

    assert most(mip, fit(mip)) == 15 * 10 - 200 + points
