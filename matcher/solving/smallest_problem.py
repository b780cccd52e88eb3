"""The smallest problem that calls every compiled function once."""

from matcher.problem import Line, Problem, ProblemTalent
from models.entities import Role
from models.ids import LineId, PoolId, RequestId, TalentId
from models.months import Month


def smallest() -> Problem:
    """One line, one talent, one month."""
    month, request = Month("2026-04"), RequestId("R1")
    return Problem(
        pool_id=PoolId("20"),
        months=(month,),
        talents=(
            ProblemTalent(
                talent_id=TalentId("T1"),
                roles=(Role.PM,),
                contract_from=month,
                contract_until=month,
                capacity={month: 40},
            ),
        ),
        lines=(
            Line(
                line_id=LineId("R1/1"),
                request_id=request,
                municipalities=("202029",),
                role=Role.PM,
                hours={month: 40},
            ),
        ),
    )
