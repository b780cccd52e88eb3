"""The sample pools: real projects, plausible and always the same made-up hours."""

import json
from collections import Counter
from hashlib import sha256

import pytest

from infra.registry import Registry
from models.codes import prefecture_code
from models.entities import DemandLine, Form, Nature, Request, Role, Talent, TrainingWaiver
from models.errors import Mistake
from models.ids import PoolId
from models.months import Month, window
from producers import demo
from producers.demo.projects import projects
from tests.known import known
from tests.saying import refused
from wording.labels import titled

FIRST = Month("2026-07")
#: One request as first released: a pool that was planned once must not change under people.
P058 = [
    (
        "pm",
        {"2026-12": 48, "2027-01": 48, "2027-02": 48, "2027-03": 48, "2027-04": 48, "2027-05": 48},
    ),
    (
        "engineer",
        {
            "2026-12": 186,
            "2027-01": 186,
            "2027-02": 186,
            "2027-03": 186,
            "2027-04": 186,
            "2027-05": 186,
        },
    ),
]
BOTH = pytest.mark.parametrize("pool_id", demo.POOLS)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry()


@pytest.mark.parametrize(
    ("pool_id", "count", "requesters", "thousand_yen"),
    [("20", 69, 36, 1_707_344), ("15", 37, 20, 994_936)],
)
def test_a_pool_has_every_project_of_its_printed_list(
    pool_id: PoolId, count: int, requesters: int, thousand_yen: int
) -> None:
    own = [p for p in projects() if p.pool_id == pool_id]
    requests = [r for r in demo.requests(pool_id, FIRST) if r.request_id.startswith("P")]

    assert len(requests) == count
    assert [r.title for r in requests] == [p.title for p in own]
    assert len({p.code for p in own} - {prefecture_code(pool_id)}) == requesters - 1
    assert sum(p.amount_thousand_yen for p in own) == thousand_yen


@BOTH
def test_every_requester_exists_and_belongs_to_the_pool(
    registry: Registry, pool_id: PoolId
) -> None:
    for request in demo.requests(pool_id, FIRST):
        for code in request.municipalities:
            assert registry.known(code)
            assert code[:2] == pool_id
    for talent in demo.talents(pool_id, FIRST):
        assert registry.known(known(talent.base))
        assert all(registry.known(code) for code in talent.excluded)


def test_some_requests_come_from_the_prefecture_itself() -> None:
    own = [r for r in demo.requests("20", FIRST) if r.municipalities == ("200000",)]

    assert len(own) == 5


def test_the_same_title_of_two_municipalities_stays_two_requests() -> None:
    twins = [r for r in demo.requests("20", FIRST) if r.title.startswith("母子健康手帳アプリ")]

    assert [r.municipalities for r in twins] == [("202185",), ("202207",)]


def test_minamimaki_is_the_one_in_nagano() -> None:
    [request] = [r for r in demo.requests("20", FIRST) if r.request_id == "P038"]

    assert request.municipalities == ("203050",)


@BOTH
def test_everything_made_up_says_so(pool_id: PoolId) -> None:
    requests = demo.requests(pool_id, FIRST)

    assert all(r.sample for r in requests)
    assert all(t.sample for t in demo.talents(pool_id, FIRST))
    assert titled(requests[0].title, sample=requests[0].sample).endswith("（見本）")
    for person in demo.people(pool_id):
        assert person.name.startswith("見本 ")
        assert person.mail.endswith("@example.invalid")


@BOTH
def test_every_talent_is_a_person_and_ids_are_unique(pool_id: PoolId) -> None:
    talents = [t.talent_id for t in demo.talents(pool_id, FIRST)]

    assert talents == [p.talent_id for p in demo.people(pool_id)]
    assert len(set(talents)) == len(talents)
    assert len({r.request_id for r in demo.requests(pool_id, FIRST)}) == len(
        demo.requests(pool_id, FIRST)
    )


@BOTH
@pytest.mark.parametrize("first", ["2026-03", "2026-04", "2026-11", "2027-01"])
def test_entities_are_valid_and_lie_in_the_horizon(pool_id: PoolId, first: str) -> None:
    months = set(window(Month(first), 12))

    for request in demo.requests(pool_id, Month(first)):
        assert Request.model_validate_json(request.model_dump_json()) == request
        for line in request.lines:
            assert set(line.hours) <= months
            # A line below the least block of half a day could never be served.
            assert min(line.hours.values()) >= 16
    for talent in demo.talents(pool_id, Month(first)):
        assert Talent.model_validate_json(talent.model_dump_json()) == talent
        assert set(talent.capacity) <= months
        assert sum(talent.free(month) for month in months) > 0


@BOTH
def test_the_same_month_gives_the_same_entities(pool_id: PoolId) -> None:
    assert demo.requests(pool_id, FIRST) == demo.requests(pool_id, FIRST)
    assert demo.talents(pool_id, FIRST) == demo.talents(pool_id, FIRST)


def test_what_is_generated_does_not_change_between_releases() -> None:
    [request] = [r for r in demo.requests("20", FIRST) if r.request_id == "P058"]

    assert [(line.role.value, dict(line.hours)) for line in request.lines] == P058


@BOTH
def test_engineers_are_asked_for_two_to_three_times_what_the_pool_has(pool_id: PoolId) -> None:
    talents = demo.talents(pool_id, FIRST)
    asked = sum(
        sum(line.hours.values())
        for request in demo.requests(pool_id, FIRST)
        for line in request.lines
        if line.role is Role.ENGINEER
    )
    free = sum(
        t.free(month) for t in talents if Role.ENGINEER in t.roles for month in window(FIRST, 12)
    )

    assert 2.3 <= asked / free <= 3.2


@BOTH
def test_pools_are_sized_and_mixed_like_the_printed_ones(pool_id: PoolId) -> None:
    talents = demo.talents(pool_id, FIRST)
    first_role = Counter(t.roles[0] for t in talents)

    assert 7 <= len(talents) <= 10
    assert first_role[Role.PRODUCER] <= first_role[Role.PM] < first_role[Role.ENGINEER]
    assert {Form.FULL_TIME, Form.SIDE_JOB, Form.CONTRACT, Form.FISCAL_YEAR} <= {
        t.form for t in talents
    }


@BOTH
def test_lines_stay_unmet_for_different_reasons(pool_id: PoolId) -> None:
    requests = demo.requests(pool_id, FIRST)
    talents = demo.talents(pool_id, FIRST)
    lines = [line for request in requests for line in request.lines]

    def able(line: DemandLine) -> list[Talent]:
        return [
            t
            for t in talents
            if line.role in t.roles
            and all(t.skills.get(skill, 0) >= level for skill, level in line.skills.items())
        ]

    assert any(not able(line) for line in lines), "nobody has the skills"
    assert any(
        able(line) and all(t.contract_until < max(line.hours) for t in able(line)) for line in lines
    ), "contracts end before the work does"
    assert any(set(t.excluded) & set(r.municipalities) for t in talents for r in requests)
    assert any(t.contract_until.endswith("-03") for t in talents), "the fiscal year ends"
    assert {r.nature for r in requests} == set(Nature)
    assert any(hours % 4 for line in lines for hours in line.hours.values()), "7.75 h"
    assert any(r.pm_in_place for r in requests)


@pytest.mark.parametrize("first", ["2026-07", "2026-11", "2027-03"])
def test_a_visitor_sees_every_condition(first: str) -> None:
    """Each of them, on talents and lines that would fit otherwise."""
    requests = [r for pool_id in demo.POOLS for r in demo.requests(pool_id, Month(first))]
    talents = [t for pool_id in demo.POOLS for t in demo.talents(pool_id, Month(first))]

    assert all(demo.settings(pool_id).training_required for pool_id in demo.POOLS)
    assert any(t.trained_from is None and t.training_waiver is None for t in talents)
    assert any(t.trained_from and t.trained_from > first for t in talents)
    assert {t.training_waiver for t in talents} >= set(TrainingWaiver)
    assert any(t.last_month < t.contract_until for t in talents)
    employers = {t.employer for t in talents if t.employer}
    assert employers & {number for r in requests for number in r.vendors}
    assert any(len(r.municipalities) > 1 for r in requests)
    assert any(line.exclusive for r in requests for line in r.lines)
    assert any(line.on_site_percent for r in requests for line in r.lines)
    assert any({line.role for line in r.lines} == set(Role) for r in requests)


def test_somebody_would_do_the_work_if_a_vendor_did_not_employ_them() -> None:
    [request] = [r for r in demo.requests("20", FIRST) if r.request_id == "P058"]
    engineer = request.lines[-1]

    able = [
        t
        for t in demo.talents("20", FIRST)
        if engineer.role in t.roles
        and all(t.skills.get(skill, 0) >= level for skill, level in engineer.skills.items())
    ]

    assert able
    assert all(t.employer in request.vendors for t in able)


def test_sample_vendors_are_evidently_nobody() -> None:
    numbers = {
        n for pool_id in demo.POOLS for r in demo.requests(pool_id, FIRST) for n in r.vendors
    }

    assert numbers
    assert all(number[1:12] == "00000000000" for number in numbers)


def test_engineer_lines_come_with_a_pm_or_have_one_in_place() -> None:
    for pool_id in demo.POOLS:
        for request in demo.requests(pool_id, FIRST):
            roles = [line.role for line in request.lines]
            assert 1 <= len(roles) <= 3
            assert Role.PM in roles or request.pm_in_place


def test_another_pool_is_refused_in_words() -> None:
    with refused(Mistake, match="sample pools are 20, 15"):
        demo.requests("13", FIRST)


def test_the_data_are_those_that_the_documented_plans_were_made_of() -> None:
    """Whoever changes the data on purpose writes the new digest here."""
    entities = [
        each.model_dump(mode="json", exclude_defaults=True)
        for pool_id in demo.POOLS
        for each in (
            *demo.requests(pool_id, Month("2026-11")),
            *demo.talents(pool_id, Month("2026-11")),
            *demo.people(pool_id),
        )
    ]
    text = json.dumps(entities, ensure_ascii=False, sort_keys=True)

    assert sha256(text.encode()).hexdigest()[:16] == "405255d99a4b0104"
