"""The numbers a generated pool is drawn from: what is printed, and what is assumed.

Printed: DX staff by population (総務省, slides on municipal DX promotion systems, autumn 2024, of
1,733 municipalities); the 38 municipalities without digital services (list of the government of
March 2024); the shape of a pool (5, 8, 20 people in four model prefectures: 1 : 1.6 : 4).
Counted: islands, where no part of a municipality is joined to a main island (「国土数値情報」).
Everything else is assumed: no document gives hours, forms or skills in numbers.
"""

from dataclasses import dataclass
from random import Random
from typing import TypeVar

from models.entities import Form, Nature, Role

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the table: a population from, up to, and municipalities by number of DX staff."""

    above: int
    up_to: int
    by_staff: tuple[int, ...]
    island: float = 0.0  #: share of islands
    no_service: tuple[float, float] = (0.0, 0.0)  #: share of the others, and of the islands


#: Columns of `by_staff`: 0, 1, 2, 3, 4, 5, 6-10, 11-20, 21-50, 51 and more. Printed.
BANDS = (
    Band(500, 10_000, (26, 144, 169, 107, 42, 14, 21, 6, 1, 0), 52 / 531, (24 / 479, 12 / 52)),
    Band(10_000, 50_000, (10, 31, 143, 173, 145, 84, 84, 10, 5, 0), 19 / 684, (1 / 665, 1 / 19)),
    Band(50_000, 100_000, (1, 1, 11, 22, 26, 39, 116, 22, 1, 0), 3 / 242),
    Band(100_000, 200_000, (0, 0, 4, 5, 4, 6, 70, 58, 1, 0)),
    Band(200_000, 500_000, (0, 0, 1, 2, 0, 0, 11, 50, 31, 1)),
    Band(500_000, 1_000_000, (0, 0, 0, 0, 0, 0, 4, 2, 18, 0)),
    Band(1_000_000, 3_800_000, (0, 0, 0, 0, 0, 0, 0, 0, 3, 8)),
)
#: Municipalities where somebody of the pool works now; the others have waited up to so many
#: months. Assumed.
SERVED_NOW, WAITED = 0.4, 18

#: Producers, PMs, engineers of a pool. Printed, of the pools of the model prefectures.
ROLE_SHAPE = {Role.PRODUCER: 1.0, Role.PM: 1.6, Role.ENGINEER: 4.0}
#: Hours of a line against one of another role: the builder works more than who leads. Assumed.
ROLE_HOURS = {Role.PRODUCER: 0.9, Role.PM: 0.75, Role.ENGINEER: 1.5}


@dataclass(frozen=True, slots=True)
class Terms:
    """What a form of employment means for a pool, in hours; all of it assumed."""

    share: float  #: of the pool's people
    month: tuple[int, int]  #: hours in a full month, at least and at most
    overhead: tuple[int, int]  #: hours a month for study meeting, training, own office
    places: tuple[int, int]  #: municipalities at once
    employed: float = 0.0  #: share with an employer besides the pool


FORMS = {
    Form.FULL_TIME: Terms(0.28, (150, 165), (24, 48), (3, 5)),
    Form.FIXED_TERM: Terms(0.22, (120, 165), (16, 32), (3, 5)),
    Form.FISCAL_YEAR: Terms(0.14, (80, 150), (8, 16), (2, 4)),
    Form.PART_TIME: Terms(0.12, (40, 80), (4, 8), (2, 4), 0.2),
    Form.SECONDMENT: Terms(0.08, (140, 165), (16, 32), (2, 4), 0.5),
    Form.SIDE_JOB: Terms(0.10, (16, 40), (0, 4), (1, 2), 0.6),
    Form.CONTRACT: Terms(0.06, (40, 120), (0, 0), (2, 4), 1.0),
}

#: Weight, months at least and at most, and hours against the others. Assumed.
NATURES = {
    Nature.CONTINUOUS: (0.50, (6, 12), 1.0),
    Nature.PROJECT: (0.35, (3, 7), 1.3),
    Nature.ADVICE: (0.15, (2, 12), 0.35),
}

#: Skills a role may need. Assumed.
SKILLS = {
    Role.PRODUCER: ("strategy", "organisation", "bpr", "data", "ai"),
    Role.PM: ("procurement", "bpr", "standardisation", "vendor", "security", "cloud"),
    Role.ENGINEER: ("cloud", "security", "network", "data", "ux", "gis", "ai"),
}
#: Weights of levels 1 to 5, of what people can do and of what lines ask. Assumed.
LEVELS_HELD = (0.10, 0.25, 0.35, 0.20, 0.10)
LEVELS_ASKED = (0.20, 0.40, 0.30, 0.10, 0.0)
#: Weights of 0, 1, 2 skills asked. Assumed.
SKILLS_ASKED = {
    Role.PRODUCER: (0.50, 0.40, 0.10),
    Role.PM: (0.35, 0.45, 0.20),
    Role.ENGINEER: (0.15, 0.50, 0.35),
}

#: Percent of the served weight for urgency 1, 2, 3 (as in the service), and how often. Assumed.
URGENCY = ((100, 0.70), (130, 0.22), (170, 0.08))
#: Minimum percent of a line, and how often. Assumed.
MINIMUM = ((50, 0.60), (70, 0.20), (80, 0.12), (100, 0.08))


#: When the training is done, against the first month of work: already, so many months later (from
#: one on), never; waivers count as already. Assumed.
TRAINED = ((0, 0.90), (1, 0.02), (2, 0.02), (3, 0.02), (None, 0.04))
#: Requests that name one to three of so many vendors. Assumed.
WITH_VENDORS, VENDORS = 0.15, 12
#: Lines of one person's continuous work that fill the person, and their hours against the others.
#: Assumed.
EXCLUSIVE, EXCLUSIVE_HOURS = 0.05, 2.0
#: Percent of a request's hours on site, and how often. Assumed; the documents only say that remote
#: work is common.
ON_SITE = ((0, 0.92), (20, 0.04), (50, 0.03), (100, 0.01))
#: Talents who sit in the prefecture's capital, and those in another municipality; the others work
#: from where no way is counted. Assumed, as is who can work remotely.
IN_CAPITAL, ELSEWHERE, REMOTE = 0.6, 0.3, 0.97


def pick(random: Random, weighted: dict[T, float]) -> T:
    """One of the keys, as likely as its weight."""
    return random.choices(list(weighted), list(weighted.values()))[0]
