"""A change that seems enough for a line, and how much it asks of people."""

from collections.abc import Callable
from dataclasses import dataclass, field

from matcher.explain.remedy_check import Part
from matcher.plan import Enough
from matcher.problem import Hours, ProblemTalent
from models.ids import TalentId

#: How much a change asks of people, in quarters of work, so that kinds can be compared: a setting
#: costs a block, asking somebody again two, a rule or a contract more, a level of a skill a week.
SETTING, ASKING, RULE, LEVEL, HIRING = 16, 32, 80, 155, 10_000


@dataclass(frozen=True, slots=True)
class RemedyProposal:
    """A change, the talents who would then serve what is left, and whom they replace."""

    effort: int
    enough: Enough
    hands: tuple[TalentId, ...]
    without: tuple[TalentId, ...]
    change: Callable[[Part], Part] = field(compare=False)

    def order(self) -> tuple[int, str, tuple[TalentId, ...]]:
        """The smallest first."""
        return self.effort, self.enough.kind, self.hands


def of_one(
    replaced: tuple[TalentId, ...],
    effort: int,
    changed: ProblemTalent,
    enough: Enough,
) -> RemedyProposal:
    """A proposal that changes one talent and nothing else."""
    return RemedyProposal(
        effort,
        enough,
        (changed.talent_id,),
        replaced,
        lambda part: part.with_talent(changed),
    )


def summed(capacity: Hours, more: Hours) -> Hours:
    """The capacity with so much more."""
    return {m: capacity.get(m, 0) + more.get(m, 0) for m in capacity.keys() | more.keys()}
