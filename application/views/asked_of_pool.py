"""What a request asks of the pool: its hours by role and month beside those that are free."""

from collections.abc import Iterable
from dataclasses import dataclass

from application.views.hours import Hours, summed
from application.views.talent_hours import TalentHours
from models.entities import Request, Role, TalentStatus
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAsked:
    """A role of the request."""

    role: Role
    asked: Hours
    free: Hours  #: 空き of everybody who holds the role, in the months that the plan speaks of
    people: int  #: who hold the role

    def short(self, month: Month) -> bool:
        """Whether less is free than is asked, as the plan stands."""
        return month in self.free and self.asked.get(month, 0) > self.free[month]


def asked_of_pool(request: Request, talents: Iterable[TalentHours]) -> tuple[RoleAsked, ...]:
    """Each role that is asked; somebody with two roles counts for both."""
    here = [each for each in talents if each.talent.status is TalentStatus.ACTIVE]
    found = []
    for role in Role:
        asked = summed(line.hours for line in request.lines if line.role is role)
        if any(asked.values()):
            holders = [each for each in here if role in each.talent.roles]
            found.append(
                RoleAsked(
                    role=role,
                    asked=asked,
                    free=summed(each.free for each in holders),
                    people=len(holders),
                )
            )
    return tuple(found)
