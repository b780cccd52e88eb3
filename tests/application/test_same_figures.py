"""The same request, talent and plan on a page, in the workbook and as JSON: the same figures.

All three are read back as people and programs read them, for the sample pools, every month, in
both languages.
"""

import re
from collections import defaultdict
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from application.exports.plan_document import plan_document
from application.exports.request_document import request_document
from application.exports.talent_document import talent_document
from application.exports.workbook import export_plan
from application.queries.plan import plan_of
from application.queries.talent import talent_of
from application.views.request import request_view
from infra.registry import Registry
from service.cli.show.plan_table import PlanTable
from service.cli.show.request_page import request_page
from service.cli.show.talent_page import talent_page
from tests.application.demo_store import looking
from tests.application.read_back import hours, page_of, printed, rows_of, sheet, some
from tests.known import known
from wording import Words

POOLS = ("20", "15")
FIGURES = ("available", "assigned", "travel", "used", "free")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks that were exported already: every test reads the same ones."""
    return tmp_path_factory.mktemp("books")


@pytest.fixture(params=[(pool, lang) for pool in POOLS for lang in ("ja", "en")], ids="-".join)
async def shown(
    request: pytest.FixtureRequest, demo_database: Any, places: Registry, books: Path
) -> AsyncIterator[Any]:
    """One pool in one language: the session, its plan, the words, and the workbook."""
    pool_id, lang = request.param
    words = Words(lang, places)
    async with looking(demo_database) as session:
        view = await plan_of(session, pool_id)
        path = books / f"{pool_id}-{lang}.xlsx"
        if not path.exists():
            export_plan(path, view, words)  # type: ignore[arg-type]
        yield session, view, words, path


async def test_assignments_have_the_same_hours_in_every_month(shown: Any) -> None:
    _, view, words, path = shown
    months = view.plan.months

    page = defaultdict(Decimal)  # type: ignore[var-annotated]
    for (heading, row), by_month in rows_of(
        printed(PlanTable(view=view, words=words)), months
    ).items():
        if row != words("figure_total"):
            role, talent, *_ = re.split(r"\s{2,}", row)
            for month, amount in by_month.items():
                page[heading.split("　")[0], role, talent, month] += amount
    book = defaultdict(Decimal)  # type: ignore[var-annotated]
    for row in sheet(path, words("sheet_by_month"))[:-1]:
        who = row[words("head_request")], row[words("head_role")], row[words("head_talent")]
        for month, amount in hours(row, months).items():
            book[*who, month] += amount
    data = defaultdict(Decimal)  # type: ignore[var-annotated]
    role_of = {line_id: words.shown("role", name.role) for line_id, name in view.names.items()}
    for each in plan_document(view, words)["assignments"]:
        who = each["line_id"].rpartition("/")[0], role_of[each["line_id"]], each["talent_id"]
        for month, amount in hours(each["hours"], months).items():
            data[*who, month] += amount

    assert len(page) > 100
    assert page == book == data


async def test_a_talent_has_the_same_hours_in_every_month(shown: Any) -> None:
    session, view, words, path = shown
    months = view.plan.months
    plan = {each["talent_id"]: each for each in plan_document(view, words)["talents"]}
    book = defaultdict(dict)  # type: ignore[var-annotated]
    for row in sheet(path, words("sheet_by_talent_month")):
        figure = row[words("head_figure")]
        book[row[words("head_talent")]][figure] = hours(row, months)
    travelled = 0
    for talent in view.talents:
        found = known(await talent_of(session, view.plan.pool_id, talent.talent_id))
        page = page_of(talent_page(found, words), months)
        own = talent_document(found)["months"]

        assert own == plan[talent.talent_id]["months"]
        for name in FIGURES:
            label = words(f"figure_{name}")
            data = some({each["month"]: Decimal(str(each[name])) for each in own})
            assert book[talent.talent_id][label] == data
            if name in ("travel", "used") and not found.hours.travel:
                continue
            assert page.get(label, {}) == data, label
        travelled += bool(sum(found.hours.travel.values()))
    assert travelled


async def test_the_months_of_the_sheet_by_talent_are_those_of_the_page(shown: Any) -> None:
    session, view, words, path = shown
    months = view.plan.months
    for row in sheet(path, words("sheet_by_talent"))[:-1]:
        found = known(await talent_of(session, view.plan.pool_id, row[words("head_talent")]))
        page = page_of(talent_page(found, words), months)

        assert hours(row, months) == page.get(words("figure_assigned"), {})
        for name in FIGURES:
            total = sum(getattr(found.hours, name).values())
            assert row[words(f"figure_{name}")] * 4 == total


async def test_a_request_has_the_same_hours_in_every_month(shown: Any) -> None:
    session, view, words, path = shown
    months = view.plan.months
    served = defaultdict(lambda: defaultdict(Decimal))  # type: ignore[var-annotated]
    for row in sheet(path, words("sheet_by_month"))[:-1]:
        line_id = f"{row[words('head_request')]}/{row[words('head_line')]}"
        for month, amount in hours(row, months).items():
            served[line_id][month] += amount
    unmet = {
        f"{row[words('head_request')]}/{row[words('head_line')]}": hours(row, months)
        for row in sheet(path, words("sheet_unmet"))[:-1]
    }
    plan_unmet = {each["line_id"]: each for each in plan_document(view, words)["unmet"]}

    matches = await session.reads.matches(view.plan.pool_id)
    for request in await session.reads.requests(view.plan.pool_id):
        found = request_view(request, view.plan, matches)
        lines = rows_of(printed(request_page(found, words)), months)
        page = {(head.split("　")[0], row): some(by) for (head, row), by in lines.items()}
        for each in request_document(found, words)["figures"]:
            line_id = each["line_id"]
            data = {name: hours(each[name], months) for name in ("asked", "served", "unmet")}

            assert page.get((line_id, words("figure_asked")), {}) == data["asked"]
            assert page.get((line_id, words("figure_served")), {}) == data["served"]
            assert page.get((line_id, f"△ {words('figure_unmet')}"), {}) == data["unmet"]
            assert served[line_id] == data["served"]
            assert unmet.get(line_id, {}) == data["unmet"]
            assert hours(plan_unmet.get(line_id, {}).get("by_month", {}), months) == data["unmet"]
            for month in months:
                parts = data["served"].get(month, 0) + data["unmet"].get(month, 0)
                assert parts == data["asked"].get(month, 0)


async def test_a_municipality_has_the_same_hours_in_sheet_and_document(shown: Any) -> None:
    _, view, words, path = shown
    months = view.plan.months
    rows = {row[words("head_code")]: row for row in sheet(path, words("sheet_by_municipality"))}

    for each in plan_document(view, words)["municipalities"]:
        row = rows["、".join(each["municipalities"])]
        assert hours(row, months) == hours(each["months"], months)
        for name in ("asked", "served", "unmet"):
            assert row[words(f"figure_{name}")] == each[f"{name}_hours"]


async def test_the_plan_has_the_same_sums_everywhere(shown: Any) -> None:
    _, view, words, path = shown
    document = plan_document(view, words)
    _, first, *_ = printed(PlanTable(view=view, words=words))
    items = {row[words("item")]: row[words("value")] for row in sheet(path, words("sheet_summary"))}

    served, asked = items[words("item_served")], items[words("item_asked")]
    assert Decimal(served.replace(",", "")) == Decimal(str(document["served_hours"]))
    assert Decimal(asked.replace(",", "")) == Decimal(str(document["asked_hours"]))
    assert f"{served}／{asked}" in first or f"{served}/{asked} h" in first
    assert items[words("item_assignments")] == str(len(document["assignments"]))
