"""Problems too large to enumerate, solved twice: by the matcher, and by HiGHS on a plain model."""

from collections import Counter
from random import Random

from matcher.check import faults
from matcher.mip.mip_candidates import candidates
from matcher.plan import Status
from matcher.problem import Problem
from matcher.solving.solve import Effort, solve
from tests.matcher.pools import pool
from tests.matcher.some_facts import with_facts
from tests.matcher.some_problems import plan_of, some_problem
from tests.verify.plain_model import opinion

#: The first thing to look at where a rule was added or changed.
_ASK = "is the rule in plain_words.py?"
#: Seconds of either; most need a tenth.
_SECONDS = 3.0


def larger(seed: int) -> Problem:
    """Cramped problems with pins and history, now and then a small pool or a crowd of lines."""
    random = Random(f"{seed} larger")
    if seed % 12 == 7:  # more candidates than the matcher solves whole at once
        return some_problem(seed, requests=random.randint(40, 52), talents=17)
    if seed % 4 == 3:
        requests, talents = random.randint(10, 24), random.randint(3, 7)
        return with_facts(pool(seed, requests=requests, talents=talents), random)
    return some_problem(
        seed,
        requests=random.randint(6, 24),
        talents=random.randint(4, 12),
        months=random.randint(2, 5),
    )


def second_opinion(seed: int) -> Counter[str]:
    """Plans and bounds of both agree, and each plan passes the checker.

    Raises AssertionError where that is not so.
    """
    problem = larger(seed)
    ours, theirs = solve(problem, Effort(seconds=_SECONDS, seed=seed)), opinion(problem, _SECONDS)
    assert faults(problem, ours) == [], faults(problem, ours)
    if ours.status is Status.INFEASIBLE:
        assert theirs.assignments is None, "HiGHS has a plan where there is none"
        return Counter(infeasible=1)
    assert theirs.bound is None or ours.score <= theirs.bound, (
        f"HiGHS allows less: {theirs.bound} < {ours.score}; {_ASK}"
    )
    if theirs.assignments is None or theirs.score is None:
        return Counter({"no second plan in time": 1})
    assert ours.bound is not None, "no bound"
    assert theirs.score <= ours.bound, f"HiGHS allows more: {theirs.score} > {ours.bound}; {_ASK}"
    said = plan_of(problem, theirs.assignments)
    assert faults(problem, said) == [], f"{faults(problem, said)}; {_ASK}"
    assert said.score == theirs.score, (said.terms, theirs.score)
    optimal = ours.status is Status.OPTIMAL
    if optimal and theirs.proved:
        assert ours.score == theirs.score, (ours.score, theirs.score)
    return Counter(
        {
            "candidates above 60": len(candidates(problem)) > 60,
            "both proved": optimal and theirs.proved,
            "matcher alone proved": optimal and not theirs.proved,
            "HiGHS alone proved": theirs.proved and not optimal,
            "neither proved": not theirs.proved and not optimal,
            "equal scores": ours.score == theirs.score,
            "matcher's plan better": ours.score > theirs.score,
            "HiGHS' plan better": ours.score < theirs.score,
        }
    )
