"""A plausible demand for a project: made up, always the same for the same project.

Shape, after the duties of the roles: an engineer or service designer works some days a month for
some months, a project manager a fraction of that over the same months, a producer a few hours where
the grant is large. Small grants ask for advice only. Sums are set so that engineers are asked for
about 2.7 times what a sample pool has: a plan must choose, and can explain what it left.
"""

from dataclasses import dataclass
from random import Random

from models.codes import MunicipalityCode
from models.entities import DemandLine, Nature, Request, Role
from models.ids import PoolId, RequestId
from models.months import Month, MonthField, window
from producers.demo.conditions import vendors
from producers.demo.projects import Project

HORIZON = 12

#: Thousand yen. Below, advice is enough; above, somebody has to hold the threads together.
_SMALL, _LARGE = 2_500, 40_000
#: Hours a month of an engineer line. 7.75 h is an office day.
_ENGINEER_HOURS = (16, 24, 31, 32, 40, 40, 46.5, 56)
#: What each topic asks of an engineer; others ask for 業務改革.
_SKILLS: dict[str, dict[str, int]] = {
    "書かない窓口": {"業務改革": 3, "UI・UX": 2},
    "オンライン申請": {"UI・UX": 3, "業務改革": 2},
    "公共施設利便性向上": {"クラウド": 2},
    "キャッシュレス": {"業務改革": 2},
    "コンビニ交付・決済": {"ネットワーク": 2},
    "スマート除雪": {"地理情報": 2, "データ活用": 2},
    "地理空間情報システム（GIS）の活用": {"地理情報": 3},
    "住民等向けポータル": {"UI・UX": 2},
    "オンデマンド交通": {"データ活用": 3},
    "交通・物流": {"データ活用": 2},
    "自動運転": {"自動運転": 3},
    "ドローン": {"ドローン": 3},
    "オンライン学習環境整備": {"ネットワーク": 3},
    "校務支援": {"ネットワーク": 2, "情報セキュリティ": 2},
    "教育": {"教育DX": 2},
    "地域通貨・ポイント": {"データ活用": 2},
    "オンライン診療": {"情報セキュリティ": 3},
    "医療・福祉": {"情報セキュリティ": 2},
    "観光": {"データ活用": 2},
    "スマート農業": {"データ活用": 3},
    "子育て": {"RPA・ローコード": 2},
    "母子健康手帳アプリ": {"RPA・ローコード": 2},
}


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
    advice = project.amount_thousand_yen < _SMALL
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
    large = project.amount_thousand_yen >= _LARGE
    hours = dice.random.choice(_ENGINEER_HOURS) * (1.5 if large else 1)
    on_site = dice.random.choice((0, 25, 25, 50))
    made: list[DemandLine] = []

    def add(role: Role, hours: float, skills: dict[str, int], people: int = 1) -> None:
        made.append(
            DemandLine(
                line=len(made) + 1,
                role=role,
                hours=_each(months, hours),
                skills=skills,
                people=people,
                minimum_percent=dice.random.choice((30, 50, 50, 80)),
                on_site_percent=on_site,
            )
        )

    if large and dice.chance(50):
        add(Role.PRODUCER, dice.random.choice((4, 8)), {"全体方針立案": 3})
    if not pm_in_place:
        manages = {"スケジュール管理": 3 if large else 2}
        if dice.chance(25):
            manages["コスト管理"] = 2
        add(Role.PM, dice.random.choice((7.75, 8, 8, 12, 16)), manages)
    skills = _SKILLS.get(project.topic, {"業務改革": 2})
    add(Role.ENGINEER, hours, skills, people=2 if large and dice.chance(50) else 1)
    return tuple(made)


def _each(months: tuple[Month, ...], hours: float) -> dict[MonthField, int]:
    """The same hours in every month, in whole quarters."""
    return dict.fromkeys(months, round(hours * 4))
