"""served: every quarter of a line earns its value."""

from matcher.objective import served  # type: ignore[attr-defined]
from tests.matcher.make_problem import problem, talent, works
from tests.matcher.objective.forced import LINES, forced
from tests.matcher.solve_mip import most


def test_served_earns_the_value_of_the_line_for_every_quarter() -> None:
    mip = forced(problem([talent()], LINES), works("R1/1", "aya", 10, 5))

    assert most(mip, served(mip)) == 15 * 130
