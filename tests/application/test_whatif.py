"""What-if as a use case: scenarios in, a comparison and the steps that make it real out."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from application.queries.whatif import Compared, WhatIf, what_if
from application.views.steps import ChangeRequest, ChangeTalent, WithdrawRequest, spans
from matcher.building.geography import Geography
from matcher.roster.greedy import greedy
from matcher.whatif import Drop, MoreHours, People, Scenario
from models.errors import Absent, Mistake
from models.ids import PoolId, RequestId, TalentId
from models.months import Month
from service.wiring import opened
from tests import make
from tests.cli.stock import SERVED, TALENT, UNMET, fill, settings
from tests.solver_inside import SolverInside


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small planned pool."""
    file = tmp_path_factory.mktemp("whatif") / "pool.db"
    asyncio.run(fill(file))
    return file


def ask(database: Path, *scenarios: Scenario, pool_id: Any = "20") -> Compared:
    async def work() -> Compared:
        async with opened(settings(database), now=lambda: make.NOW) as parts:
            asked = WhatIf(pool_id=pool_id, scenarios=scenarios, seconds=0.3)
            solver: Any = SolverInside(greedy)
            return await what_if(parts.session(), asked, solver=solver, geography=Geography({}))

    return asyncio.run(work())


def test_each_scenario_has_the_steps_that_make_it_real(database: Path) -> None:
    more = MoreHours(talent_id=TALENT, hours=64, months=("2026-12", "2027-01"))
    people = People(line_id=f"{UNMET}/1", people=2)
    found = ask(
        database,
        Scenario(name="more", changes=(more, people)),
        Scenario(name="fewer", changes=(Drop(request_id=SERVED),)),
    )

    assert found.found.is_current
    assert found.sample
    assert found.steps[0] == (
        ChangeTalent(
            pool_id=PoolId("20"),
            talent_id=TalentId(TALENT),
            more_hours=dict.fromkeys(more.months, 64),
        ),
        ChangeRequest(pool_id=PoolId("20"), request_id=RequestId(UNMET), fields={"1.people": 2}),
    )
    assert found.steps[1] == (WithdrawRequest(pool_id=PoolId("20"), request_id=RequestId(SERVED)),)


@pytest.mark.parametrize(
    ("scenarios", "code"),
    [
        ((), "scenarios_count"),
        (tuple(Scenario(name=str(n)) for n in range(5)), "scenarios_count"),
    ],
)
def test_too_few_or_too_many_are_refused(
    database: Path, scenarios: Sequence[Scenario], code: str
) -> None:
    with pytest.raises(Mistake) as refused:
        ask(database, *scenarios)

    assert refused.value.phrase.code == code


def test_a_pool_nobody_knows_is_absent(database: Path) -> None:
    with pytest.raises(Absent) as refused:
        ask(database, Scenario(name="x"), pool_id="13")

    assert refused.value.phrase.code == "pool_empty"


def test_months_in_a_row_with_the_same_hours_are_one_span() -> None:
    written = {"2026-12": 4, "2027-01": 4, "2027-02": 8, "2027-04": 8, "2027-05": 0}
    hours = {Month(month): amount for month, amount in written.items()}

    assert spans(hours) == [
        ("2026-12", "2027-01", 4),
        ("2027-02", "2027-02", 8),
        ("2027-04", "2027-04", 8),
    ]
