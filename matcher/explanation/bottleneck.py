"""What a pool lacks most: one entry of the list, as facts."""

from matcher.problem import Code, Hours
from models.entities import Form, Level, Role, Skill
from models.frozen import Frozen
from models.hours import TotalQuarters
from models.ids import LineIdField


class Bottleneck(Frozen):
    """One more person of a role, and what that would change."""

    role: Role
    skills: dict[Skill, Level] = {}  #: what the lines they would serve ask for
    form: Form = Form.FULL_TIME  #: an employment form that may do their work
    hours: Hours  #: of that person, all of it used
    missing: TotalQuarters  #: unmet hours of the group of lines, in all months
    served: TotalQuarters  #: more than now, over the whole pool
    lines: tuple[LineIdField, ...]  #: that get more hours
    municipalities: tuple[Code, ...]  #: of those lines
    reached: tuple[Code, ...]  #: municipalities that have not one hour now
