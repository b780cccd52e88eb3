"""A Generalized Assignment Problem as one of ours, and our plan as one of its answers.

One month; a talent is an agent, a line is a job that one person does wholly or nobody. A line asks
for the job's least consumption; what an agent consumes beyond it is the pair's overhead. A pair
earns a prize less its cost, and the prize is so large that serving one job more always wins.
"""

from dataclasses import dataclass

from bench.gap_file import Instance
from matcher.problem import Assignment, Problem
from models.months import Month

_MONTH = Month("2026-04")
#: Any municipality: there is only one.
_PLACE = "202011"
#: Everything a plan earns comes from the pairs.
_NO_WEIGHTS = {
    "served": 0,
    "coverage": 0,
    "keep_proposed": 0,
    "keep_drafted": 0,
    "keep_hours": 0,
    "setup": 0,
    "fit": 0,
    "producer": 0,
    "balance": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a plan or a bound of the mapped problem says of the instance."""

    served: int  #: jobs
    cost: int | None  #: None where a job is not served
    least: int | None  #: no answer costs less; None where the bound says nothing

    @property
    def gap(self) -> float | None:
        """(cost - least) / least."""
        if self.cost is None or self.least is None or self.least <= 0:
            return None
        return max(0, self.cost - self.least) / self.least


def prize(instance: Instance) -> int:
    """Points of a served job before its cost: more than any exchange of agents can save."""
    dearest = [max(row[job] for row in instance.costs) for job in range(instance.jobs)]
    cheapest = [min(row[job] for row in instance.costs) for job in range(instance.jobs)]
    return 1 + max(dearest) + sum(dearest) - sum(cheapest)


def problem(instance: Instance) -> Problem:
    """The instance as a problem. Raises ValueError where a job consumes nothing."""
    each, jobs, agents = prize(instance), range(instance.jobs), range(instance.agents)
    least = [min(row[j] for row in instance.consumptions) for j in jobs]
    if min(least) < 1:
        raise ValueError(f"{instance.name}: job {least.index(min(least)) + 1} consumes nothing")
    pairs = []
    for i in agents:
        for j in jobs:
            more = instance.consumptions[i][j] - least[j]
            pairs.append(
                {
                    "line_id": _line(j),
                    "talent_id": _talent(i),
                    "overhead": {_MONTH: more} if more else {},
                    "points": each - instance.costs[i][j],
                }
            )
    return Problem.model_validate(
        {
            "pool_id": "00",
            "months": (_MONTH,),
            "block": 1,
            "weights": _NO_WEIGHTS,
            "talents": tuple(
                {
                    "talent_id": _talent(i),
                    "roles": ("engineer",),
                    "contract_from": _MONTH,
                    "contract_until": _MONTH,
                    "capacity": {_MONTH: instance.capacities[i]},
                    "municipalities_at_once": instance.jobs,
                }
                for i in agents
            ),
            "lines": tuple(
                {
                    "line_id": _line(j),
                    "request_id": f"J{j + 1}",
                    "municipalities": (_PLACE,),
                    "role": "engineer",
                    "hours": {_MONTH: least[j]},
                    "minimum_percent": 100,
                    "value": 0,
                    "needs_pm": False,
                }
                for j in jobs
            ),
            "pairs": tuple(pairs),
        }
    )


def reading(instance: Instance, made: tuple[Assignment, ...], bound: int | None) -> Reading:
    """Cost of the plan and the least cost the bound allows; the capacities are counted anew.

    Raises ValueError where the plan is none of the instance.
    """
    used = [0] * instance.agents
    cost, served = 0, set()
    for assignment in made:
        i, j = int(assignment.talent_id[1:]) - 1, int(assignment.line_id[1:].split("/")[0]) - 1
        if j in served:
            raise ValueError(f"{instance.name}: job {j + 1} is done twice")
        served.add(j)
        used[i] += instance.consumptions[i][j]
        cost += instance.costs[i][j]
    for i, amount in enumerate(used):
        if amount > instance.capacities[i]:
            raise ValueError(f"{instance.name}: agent {i + 1} consumes {amount}")
    whole = len(served) == instance.jobs
    return Reading(
        served=len(served),
        cost=cost if whole else None,
        least=None if bound is None else instance.jobs * prize(instance) - bound,
    )


def _line(job: int) -> str:
    return f"J{job + 1}/1"


def _talent(agent: int) -> str:
    return f"A{agent + 1}"
