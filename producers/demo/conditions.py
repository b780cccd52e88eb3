"""What makes placing people hard besides hours, made up for a few of the sample entities.

Vendors bear numbers that no registry gives out: their check digit fits, the rest is nearly all
zeros.
"""

from models.codes import CorporateNumber, MunicipalityCode, corporate_check_digit
from models.entities import DemandLine, Nature, Request, Role
from models.ids import PoolId, RequestId
from models.months import Month, window
from models.pool_settings import PoolSettings

#: Of the sample pools: whoever is placed has done the training, or it is said why not.
SETTINGS = PoolSettings(release_at_once=True, training_required=True)

#: Vendors concerned by some of the projects, by their number in the row of sample vendors.
_VENDORS: dict[str, tuple[int, ...]] = {"P006": (2,), "P058": (1,), "P096": (1, 3)}


def vendor(number: int) -> CorporateNumber:
    """見本の事業者: 8000000000001 is the first."""
    twelve = f"{number:012d}"
    return CorporateNumber(corporate_check_digit(twelve) + twelve)


def vendors(project: str) -> tuple[CorporateNumber, ...]:
    """The vendors whom a project concerns; most concern none."""
    return tuple(map(vendor, _VENDORS.get(project, ())))


def joint_request(pool_id: str, first_month: Month) -> tuple[Request, ...]:
    """A made-up request of three villages of Nagano together; none in other pools.

    A producer keeps the whole in view, a PM leads, and an engineer works on nothing else.
    """
    if pool_id != "20":
        return ()
    months = window(first_month, 12)[1:5]

    def line(number: int, role: Role, hours: float, skill: str, level: int) -> DemandLine:
        return DemandLine(
            line=number,
            role=role,
            hours=dict.fromkeys(months, round(hours * 4)),
            skills={skill: level},
            on_site_percent=25 if role is Role.ENGINEER else 0,
            exclusive=role is Role.ENGINEER,
        )

    request = Request(
        pool_id=PoolId(pool_id),
        request_id=RequestId("S001"),
        title="架空の共同事業：三村の住民情報システムの移行",
        theme="行政サービス",
        nature=Nature.CONTINUOUS,
        municipalities=tuple(map(MunicipalityCode, ("204099", "204102", "204129"))),
        urgency=3,
        vendors=(vendor(4),),
        lines=(
            line(1, Role.PRODUCER, 8, "全体方針立案", 3),
            line(2, Role.PM, 16, "スケジュール管理", 3),
            line(3, Role.ENGINEER, 100, "業務改革", 3),
        ),
        sample=True,
    )
    return (request,)
