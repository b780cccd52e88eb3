"""The plan that the exports are tested with."""

from collections.abc import Mapping, Sequence

from matcher.plan import Cause, Enough, Plan, Status, Unmet, Why
from matcher.problem import Assignment
from models.entities import DemandLine, Form, Request, Role, Talent
from models.months import Month, window

MONTHS = window("2026-07", 3)  # type: ignore[arg-type]


EVIL = ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)"]


def request(
    ident: str,
    codes: Sequence[str],
    title: str,
    *lines: tuple[Role, Mapping[Month, int]],
    sample: bool = False,
) -> Request:
    return Request(
        pool_id="20",
        request_id=ident,
        title=title,
        municipalities=codes,
        lines=[
            DemandLine(line=n, role=role, hours=hours) for n, (role, hours) in enumerate(lines, 1)
        ],
        sample=sample,
    )


def talent(ident: str, role: Role, hours: int = 620) -> Talent:
    return Talent(
        pool_id="20",
        talent_id=ident,
        roles=(role,),
        form=Form.FULL_TIME,
        contract_from="2026-04",
        contract_until="2027-03",
        capacity=dict.fromkeys(MONTHS, hours),
        overhead=20,
    )


PM_HOURS = {Month("2026-07"): 31, Month("2026-08"): 32}


REQUESTS = [
    request(
        "R-1",
        ["203050"],
        "窓口",
        (Role.PM, PM_HOURS),
        (Role.ENGINEER, {Month("2026-08"): 160, Month("2026-09"): 160}),
        sample=True,
    ),
    request("R-2", ["202185", "202207"], EVIL[0], (Role.PM, {Month("2026-09"): 5000})),
]


TALENTS = [talent("T-1", Role.PM), talent("T-2", Role.ENGINEER)]


PLAN = Plan(
    pool_id="20",
    version=7,
    months=MONTHS,
    status=Status.FEASIBLE,
    method="test",
    score=1234,
    bound=2000,
    assignments=(
        Assignment(line_id="R-1/1", talent_id="T-1", hours=PM_HOURS),
        Assignment(line_id="R-1/2", talent_id="T-2", hours={"2026-08": 160}),
    ),
    why=(Why(line_id="R-1/1", talent_id="T-1", points=5, candidates=1),),
    unmet=(
        Unmet(
            line_id="R-1/2",
            request_id="R-1",
            line=2,
            role=Role.ENGINEER,
            hours=160,
            by_month={"2026-09": 160},
            cause=Cause.HOURS_FULL,
            causes=(Cause.NO_SKILL, Cause.HOURS_FULL),
            enough=(Enough(kind="hours", talent_id="T-2", hours={"2026-09": 160}, covers=160),),
        ),
        Unmet(
            line_id="R-2/1",
            request_id="R-2",
            line=1,
            role=Role.PM,
            hours=5000,
            by_month={"2026-09": 5000},
            cause=Cause.NOT_WORTH,
        ),
    ),
)
