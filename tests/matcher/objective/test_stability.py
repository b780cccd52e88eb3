"""stability: what stays earns, and more where people have seen it."""

from matcher.objective import stability  # type: ignore[attr-defined]
from tests.matcher.make_problem import before, problem, talent, works
from tests.matcher.objective.forced import LINES, forced
from tests.matcher.solve_mip import most


def test_stability_earns_for_pairs_that_stay_and_for_hours_that_people_have_seen() -> None:
    of = problem(
        [talent()],
        LINES,
        previous=[before("R1/1", "aya", 8, 8), before("R2/1", "aya", 8, seen=False)],
    )
    mip = forced(of, works("R1/1", "aya", 12, 5), works("R2/1", "aya", 8))

    assert most(mip, stability(mip)) == 4000 + 20 * (8 + 5) + 400
