"""fit: the form earns by the nature of the work, every face costs."""

import pytest

from matcher.objective import fit
from tests.matcher.boards import most
from tests.matcher.make_problem import line, problem, talent, works
from tests.matcher.objective.forced import forced


def test_fit_earns_for_the_form_and_costs_for_every_face():
    of = problem([talent(form="side_job")], [line(nature="project")])
    board = forced(of, works("R1/1", "aya", 10, 5))

    assert most(board, fit(board)) == 15 * 10 - 200


@pytest.mark.parametrize("points", [300, -300])
def test_a_pair_may_earn_points_of_its_own(points):
    own = [{"line_id": "R1/1", "talent_id": "aya", "points": points}]
    of = problem([talent(form="side_job")], [line(nature="project")], pairs=own)
    board = forced(of, works("R1/1", "aya", 10, 5))

    assert most(board, fit(board)) == 15 * 10 - 200 + points
