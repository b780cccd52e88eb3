"""Good plans, each spoiled in one place: the checker refuses every one, for the right reason."""

from collections import Counter
from functools import lru_cache
from random import Random

from matcher.check import faults
from matcher.roster.greedy import greedy
from tests.matcher.pools import pool
from tests.matcher.some_facts import with_facts
from tests.matcher.some_problems import plan_of, some_problem
from tests.verify.good import Good, Spoil
from tests.verify.spoiled_claims import CLAIMS
from tests.verify.spoiled_hours import HOURS
from tests.verify.spoiled_people import PEOPLE

#: Every way to spoil a plan, by name.
SPOILS: dict[str, Spoil] = {**PEOPLE, **HOURS, **CLAIMS}
#: So many good plans, of small pools and of cramped problems in turn.
_BASES = 60


@lru_cache(maxsize=_BASES)
def good(at: int) -> Good:
    """A checked plan to spoil."""
    if at % 2:
        problem = some_problem(at, requests=12, talents=8, months=4)
    else:
        problem = with_facts(pool(at, requests=12, talents=5), Random(f"{at} facts"))
    plan = plan_of(problem, greedy(problem))
    assert faults(problem, plan) == []
    return Good(problem, plan)


def spoiled(name: str, seed: int) -> Counter[str]:
    """The checker accepts the plan before it is spoiled and refuses it afterwards.

    Raises AssertionError where it does not, or where its reason is another one.
    """
    random = Random(f"{name} {seed}")
    for at in range(_BASES):
        bad = SPOILS[name](good((seed + at) % _BASES), random)
        if bad is not None:
            break
    else:
        raise AssertionError("no plan can be spoiled so")
    assert faults(bad.control.problem, bad.control.plan) == [], "the control is no good plan"
    found = faults(bad.problem, bad.plan)
    assert any(bad.says in fault for fault in found), (bad.says, found)
    return Counter(refused=1)
