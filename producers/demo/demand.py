"""A plausible demand for a project: made up, always the same for the same project.

Numbers and skills are in data/demand.toml. Shape, after the duties of the roles: an engineer or
service designer works some days a month for some months, a project manager a fraction of that over
the same months, a producer a few hours where the grant is large. Small grants ask for advice only.
Sums are set so that engineers are asked for about 2.7 times what a sample pool has: a plan must
choose, and can explain what it left.
"""

from dataclasses import dataclass
from random import Random

from models.codes import MunicipalityCode
from models.entities import DemandLine, Nature, Request, Role
from models.ids import PoolId, RequestId
from models.months import Month, MonthField, window
from producers.demo.conditions import vendors
from producers.demo.projects import Project
from producers.demo.tables import table

HORIZON = 12


@dataclass(frozen=True)
class _Dice:
    """Chance, seeded by the project alone: one project more changes no other."""

    random: Random

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent


def request(project: Project, first_month: Month) -> Request:
    """The project as a request, its months counted from `first_month`."""
    dice = _Dice(Random(f"demand/1/{project.project}"))  # noqa: S311 - plausible, not secret
    length = dice.random.randint(4, 10)
    start = dice.random.randint(0, HORIZON - length)
    months = window(first_month, HORIZON)[start : start + length]
    advice = project.amount_thousand_yen < table("demand")["small_thousand_yen"]
    nature = Nature.ADVICE if advice else Nature.PROJECT if dice.chance(35) else Nature.CONTINUOUS
    pm_in_place = not advice and dice.chance(12)
    lines = _advice(project, months) if advice else _work(project, months, dice, pm_in_place)
    return Request(
        pool_id=PoolId(project.pool_id),
        request_id=RequestId(project.project),
        title=project.title,
        theme=project.topic,
        nature=nature,
        municipalities=(MunicipalityCode(project.code),),
        urgency=dice.random.choices((1, 2, 3), weights=(6, 3, 1))[0],
        pm_in_place=pm_in_place,
        vendors=vendors(project.project),
        lines=lines,
        sample=True,
    )


def _advice(project: Project, months: tuple[Month, ...]) -> tuple[DemandLine, ...]:
    return (
        DemandLine(
            line=1,
            role=Role.PM,
            hours=_each(months[:3], 4),
            skills={"企画構想": 2},
            minimum_percent=100,
        ),
    )


def _work(
    project: Project, months: tuple[Month, ...], dice: _Dice, pm_in_place: bool
) -> tuple[DemandLine, ...]:
    of = table("demand")
    large = project.amount_thousand_yen >= of["large_thousand_yen"]
    hours = dice.random.choice(of["engineer_hours"]) * (1.5 if large else 1)
    on_site = dice.random.choice(of["on_site_percent"])
    made: list[DemandLine] = []

    def add(role: Role, hours: float, skills: dict[str, int], people: int = 1) -> None:
        made.append(
            DemandLine(
                line=len(made) + 1,
                role=role,
                hours=_each(months, hours),
                skills=skills,
                people=people,
                minimum_percent=dice.random.choice(of["minimum_percent"]),
                on_site_percent=on_site,
            )
        )

    if large and dice.chance(50):
        add(Role.PRODUCER, dice.random.choice(of["producer_hours"]), {"全体方針立案": 3})
    if not pm_in_place:
        manages = {"スケジュール管理": 3 if large else 2}
        if dice.chance(25):
            manages["コスト管理"] = 2
        add(Role.PM, dice.random.choice(of["pm_hours"]), manages)
    skills = of["skills"].get(project.topic, of["other_skills"])
    add(Role.ENGINEER, hours, skills, people=2 if large and dice.chance(50) else 1)
    return tuple(made)


def _each(months: tuple[Month, ...], hours: float) -> dict[MonthField, int]:
    """The same hours in every month, in whole quarters."""
    return dict.fromkeys(months, round(hours * 4))
