"""The plan in hand and its bound: who said what, and whether two say the same."""

from matcher.plan import Status
from matcher.solving.incumbent import Incumbent
from tests.matcher.make_problem import line, plan, problem, talent, works

OF = problem([talent()], [line()])
LESS, MORE = (works("R1/1", "aya", 20),), (works("R1/1", "aya", 20, 20),)
BEST = plan(OF, *MORE).score


def test_one_method_that_repeats_itself_is_one_opinion() -> None:
    best = Incumbent(OF, 5)
    best.offer(MORE, "greedy")

    best.limit(BEST + 5, "highs")
    best.limit(BEST, "highs")
    assert (best.closed, best.agreed) == (True, False)

    best.limit(BEST, "scip")
    assert (best.closed, best.agreed) == (True, True)
    assert best.plan(Status.OPTIMAL).method == "greedy, scip agrees"


def test_a_looser_bound_is_no_agreement() -> None:
    best = Incumbent(OF, 5)
    best.offer(MORE, "greedy")

    best.limit(BEST, "highs")
    best.limit(BEST + 1, "scip")

    assert (best.bound, best.agreed) == (BEST, False)


def test_a_bound_below_a_checked_plan_is_forgotten_and_what_others_said_holds() -> None:
    best = Incumbent(OF, 5)
    best.offer(LESS, "greedy")
    best.limit(BEST + 7, "prices")
    best.limit(best.score, "highs")

    best.offer(MORE, "search")

    assert (best.bound, best.closed) == (BEST + 7, False)


def test_a_bound_below_the_plan_in_hand_is_not_believed() -> None:
    best = Incumbent(OF, 5)
    best.offer(MORE, "greedy")

    best.limit(BEST - 1, "highs")

    assert best.bound is None


def test_what_is_told_are_better_plans_and_lower_bounds_alone() -> None:
    told = []
    best = Incumbent(OF, 5, lambda p: told.append((p.score, p.bound)))

    best.offer(LESS, "greedy")
    first = best.score
    best.limit(BEST + 9, "prices")
    best.limit(BEST + 20, "highs")
    best.limit(BEST + 3, "highs")
    best.offer(LESS, "search")
    best.offer(MORE, "search")

    assert told == [(first, None), (first, BEST + 9), (first, BEST + 3), (BEST, BEST + 3)]
