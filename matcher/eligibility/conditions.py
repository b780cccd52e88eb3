"""The conditions of a pair as such, months and hours aside: each written once, for whoever asks.

A line demands some things, a talent offers something, and every demand has to be met. The same
lines judge one pair, all pairs at once, and an explanation; the checker has words of its own.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.problem import Line, Problem, ProblemTalent
from models.skills import by_key

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PairCondition:
    """One condition: by name, as explanations and rules call it."""

    name: str
    demands: Callable[[Line], Iterable[Hashable]]
    offers: Callable[[Problem, ProblemTalent], Hashable]
    meets: Callable[[Any, Any], bool]  #: whether what a talent offers meets one demand

    def holds(self, problem: Problem, line: Line, talent: ProblemTalent) -> bool:
        """Whether the talent meets all that the line demands."""
        offer = self.offers(problem, talent)
        return all(self.meets(offer, demand) for demand in self.demands(line))


ROLE = PairCondition(
    "role",
    demands=lambda line: (line.role,),
    offers=lambda _, talent: talent.roles,
    meets=lambda roles, role: role in roles,
)
SKILL = PairCondition(
    "skill",
    demands=lambda line: by_key(line.skills).items() if line.skills else (),
    offers=lambda _, talent: tuple(sorted(by_key(talent.skills).items())),
    meets=lambda skills, wanted: any(
        skill == wanted[0] and level >= wanted[1] for skill, level in skills
    ),
)
#: What the employment form is for; None: for work of every nature.
NATURE = PairCondition(
    "nature",
    demands=lambda line: (line.nature,),
    offers=lambda problem, talent: problem.natures.get(talent.form),
    meets=lambda natures, nature: natures is None or nature in natures,
)
EXCLUDED = PairCondition(
    "excluded",
    demands=lambda line: line.municipalities,
    offers=lambda _, talent: talent.excluded,
    meets=lambda excluded, municipality: municipality not in excluded,
)
#: Nobody serves where their employer sells.
CONFLICT = PairCondition(
    "conflict",
    demands=lambda line: line.vendors,
    offers=lambda _, talent: talent.employer,
    meets=lambda employer, vendor: employer != vendor,
)

#: In the order in which they are told.
PAIR_CONDITIONS = (ROLE, SKILL, NATURE, EXCLUDED, CONFLICT)


class ConditionTable:
    """The conditions of a problem for all of its talents at once."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._offers: dict[str, tuple[list[Any], npt.NDArray[np.int64]]] = {}
        self._met: dict[tuple[str, Hashable], Flags] = {}

    def holds(self, condition: PairCondition, line: Line) -> Flags:
        """For each talent whether they meet all that the line demands."""
        flags = np.ones(len(self._problem.talents), bool)
        for demand in condition.demands(line):
            key = condition.name, demand
            if key not in self._met:
                self._met[key] = self._meet(condition, demand)
            flags &= self._met[key]
        return flags

    def _meet(self, condition: PairCondition, demand: Hashable) -> Flags:
        offers, of_talent = self._distinct(condition)
        met: Flags = np.array([condition.meets(offer, demand) for offer in offers], bool)[of_talent]
        return met

    def _distinct(self, condition: PairCondition) -> tuple[list[Any], npt.NDArray[np.int64]]:
        """Every different offer, and which of them is whose: most talents offer the same."""
        if condition.name not in self._offers:
            at: dict[Hashable, int] = {}
            whose = [
                at.setdefault(condition.offers(self._problem, talent), len(at))
                for talent in self._problem.talents
            ]
            self._offers[condition.name] = list(at), np.array(whose, np.int64)
        return self._offers[condition.name]
