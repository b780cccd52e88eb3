"""A request, a demand line and a talent whose every field is set: none has its default."""

from typing import Any

from models.codes import corporate_check_digit
from models.entities import DemandLine, Request, Talent

COMPANY = corporate_check_digit("000000000001") + "000000000001"

LINE = {
    "line": 3,
    "role": "pm",
    "hours": {"2026-07": 8, "2026-08": 12},
    "skills": {"業務改革": 3},
    "people": 2,
    "minimum_percent": 80,
    "on_site_percent": 40,
    "exclusive": True,
}
OTHER_LINE = {"line": 4, "role": "engineer", "hours": {"2026-07": 4}}
REQUEST = {
    "pool_id": "20",
    "request_id": "R-1",
    "revision": 7,
    "status": "withdrawn",
    "title": "窓口",
    "theme": "利便性",
    "nature": "project",
    "municipalities": ("202011", "202029"),
    "urgency": 3,
    "pm_in_place": True,
    "vendors": (COMPANY,),
    "owner": "市民課",
    "operator": "保守の事業者",
    "lines": (LINE,),
    "sample": True,
    "retired": {1: "0123456789abcdef"},
}
OTHER_REQUEST = {
    "pool_id": "15",
    "request_id": "R-2",
    "title": "移行",
    "municipalities": ("151009",),
    "lines": (OTHER_LINE,),
}
TALENT = {
    "pool_id": "20",
    "talent_id": "T-1",
    "revision": 7,
    "status": "left",
    "roles": ("pm", "engineer"),
    "skills": {"業務改革": 3},
    "form": "fiscal_year",
    "contract_from": "2026-07",
    "contract_until": "2028-03",
    "capacity": {"2026-07": 400, "2026-08": 480},
    "overhead": 8,
    "municipalities_at_once": 7,
    "base": "202011",
    "remote": False,
    "excluded": ("202029",),
    "renewed_until": "2027-09",
    "employer": COMPANY,
    "trained_from": "2026-07",
    "training_waiver": "urgent",
    "sample": True,
}
OTHER_TALENT = {
    "pool_id": "15",
    "talent_id": "T-2",
    "roles": ("producer",),
    "contract_from": "2026-08",
    "contract_until": "2027-03",
    "capacity": {"2026-07": 200},
}
SET: dict[Any, Any] = {
    Request: Request.model_validate(REQUEST),
    DemandLine: DemandLine.model_validate(LINE),
    Talent: Talent.model_validate(TALENT),
}
#: What differs in every field: the default where there is one.
OTHER: dict[Any, Any] = {
    Request: Request.model_validate(OTHER_REQUEST),
    DemandLine: DemandLine.model_validate(OTHER_LINE),
    Talent: Talent.model_validate(OTHER_TALENT),
}
