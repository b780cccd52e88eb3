"""A tiny problem, every plan tried: what each method says of it must fit what is best."""

from collections import Counter
from collections.abc import Sequence

from matcher.arrays.compile_cache import ready
from matcher.bound.combinatorial_bound import combinatorial_bound
from matcher.check import faults, terms
from matcher.plan import Status
from matcher.problem import Assignment, Problem
from matcher.roster.greedy import greedy
from matcher.solving.mip_solver import assemble, relax
from matcher.solving.solve import Effort, solve
from tests.matcher.brute import best_score, tiny
from tests.matcher.some_problems import plan_of

#: Steps of the compiled search.
_STEPS = 60


def every_plan(seed: int) -> Counter[str]:
    """solve() finds the best and says so; nothing is above it, and no bound below.

    Raises AssertionError where that is not so.
    """
    problem = tiny(seed)
    best = best_score(problem)
    plan = solve(problem, Effort(seconds=20, seed=seed))
    assert faults(problem, plan) == [], faults(problem, plan)
    said = f"{plan.status} {plan.score} (bound {plan.bound}) by {plan.method}, {plan.seconds} s"
    if best is None:
        assert plan.status is Status.INFEASIBLE, f"{said}; there is no plan"
        return Counter(infeasible=1)
    proved = plan.status is Status.OPTIMAL and plan.score == plan.bound == best
    assert proved, f"{said}; the best plan has {best}"
    seen = Counter(optimal=1)
    methods: dict[str, Sequence[Assignment]] = {"greedy": greedy(problem)}
    bounds = {
        "ceiling": combinatorial_bound(problem),
        "relaxation": relax(assemble(problem), 10.0)[0],
    }
    if ready():
        methods["compiled search"], bounds["compiled bound"] = _compiled(problem, best, seed)
    for name, made in methods.items():
        score = terms(problem, made).score
        assert faults(problem, plan_of(problem, tuple(made))) == [], name
        assert score <= best, f"{name}: {score} points, the best plan has {best}"
        seen[f"{name} best"] += score == best
    for name, bound in bounds.items():
        assert bound is None or bound >= best, f"{name}: {bound}, the best plan has {best}"
        seen[f"{name} exact"] += bound == best
    return seen


def _compiled(problem: Problem, best: int, seed: int) -> tuple[tuple[Assignment, ...], int]:
    """The compiled search's plan and the compiled bound."""
    from matcher.arrays.encode import encode
    from matcher.bound.lagrangian_bound import LagrangianBound
    from matcher.search.chains import Chain, run

    layout = encode(problem)
    chain = Chain(layout, seed)
    chain.begin()
    run(chain, 10.0, steps=_STEPS)
    return chain.best, LagrangianBound(layout.arrays).improve(best - 1, 10.0, steps=40)
