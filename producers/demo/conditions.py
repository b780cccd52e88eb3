"""What makes placing people hard besides hours, as data/conditions.toml lists it.

Vendors bear numbers that no registry gives out: their check digit fits, the rest is nearly all
zeros.
"""

from collections.abc import Mapping
from typing import Any

from models.codes import CorporateNumber, corporate_check_digit
from models.entities import DemandLine, Request
from models.months import Month, window
from models.pool_settings import PoolSettings
from producers.demo.tables import table

_YEAR = 12


def settings() -> PoolSettings:
    """How the sample pools are planned."""
    return PoolSettings.model_validate(table("conditions")["settings"])


def vendor(number: int) -> CorporateNumber:
    """見本の事業者: 8000000000001 is the first."""
    twelve = f"{number:012d}"
    return CorporateNumber(corporate_check_digit(twelve) + twelve)


def vendors(project: str) -> tuple[CorporateNumber, ...]:
    """The vendors whom a project concerns; most concern none."""
    return tuple(map(vendor, table("conditions")["vendors"].get(project, ())))


def joint_requests(pool_id: str, first_month: Month) -> tuple[Request, ...]:
    """The made-up requests of several municipalities of a pool together."""
    listed = table("conditions")["joint_requests"]
    return tuple(_joint(each, first_month) for each in listed if each["pool_id"] == pool_id)


def _joint(stated: Mapping[str, Any], first_month: Month) -> Request:
    first, last = stated["months"]
    months = window(first_month, _YEAR)[first - 1 : last]
    lines = [
        DemandLine.model_validate(
            line | {"line": number, "hours": dict.fromkeys(months, round(line["hours"] * 4))}
        )
        for number, line in enumerate(stated["lines"], 1)
    ]
    given = {name: value for name, value in stated.items() if name != "months"}
    shared = {"vendors": tuple(map(vendor, stated["vendors"])), "lines": lines, "sample": True}
    return Request.model_validate(given | shared)
