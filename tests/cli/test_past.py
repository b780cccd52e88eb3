"""Who worked in months that are over stays in every table, marked as agreed and not as reported."""

import io
from typing import Any

import pytest
from rich.console import Console

from application.exports.request_document import request_document
from application.views.plan import plan_view
from application.views.request import request_view
from application.views.talent import talent_view
from infra.registry import Registry
from matcher.plan import Plan, Status
from models.match import MatchState
from models.months import Month
from models.worked_hours import Worked
from service.cli.show.request_page import request_page
from service.cli.show.talent_page import talent_page
from service.cli.show.worked_hours import worked_table
from tests import make
from wording import Words


@pytest.fixture
def places() -> Registry:
    return Registry()


WINTER = ("2026-12", "2027-01", "2027-02", "2027-03")


def worked(talent_id: str = "T-1", **given: Any) -> list[Worked]:
    fields = {
        "pool_id": "20",
        "match_id": "M-R-1-1-T-1",
        "line_id": "R-1/1",
        "talent_id": talent_id,
        "hours": 32,
        "municipalities": (make.SAKU,),
    } | given
    return [Worked(month=month, **fields) for month in WINTER[:2]]


def printed(shown: Any) -> list[str]:
    console = Console(file=io.StringIO(), width=120)
    console.print(shown)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined, no-any-return]


REQUEST = make.request("R-1", make.line(hours=make.hours(32, WINTER)))


@pytest.mark.parametrize("state", [MatchState.CONFIRMED, MatchState.WITHDRAWN])
def test_a_request_shows_who_worked_on_it_though_the_match_has_ended(
    places: Registry, state: MatchState
) -> None:
    match = make.match(state=state, hours=make.hours(32, WINTER))

    page = printed(
        request_page(request_view(REQUEST, None, [match], worked()), Words("ja", places))
    )

    [row] = [line for line in page if "実績（合意分）" in line]
    assert row.split() == ["T-1", "実績（合意分）", "16", "8", "8"]
    still = [line.split() for line in page if "双方承諾" in line]
    ahead = [["T-1", "●双方承諾", "16", "8", "8"]]
    assert still == (ahead if state is MatchState.CONFIRMED else [])


def test_a_request_shows_who_worked_on_a_line_that_is_gone(places: Registry) -> None:
    page = printed(
        request_page(request_view(REQUEST, None, [], worked(line_id="R-1/7")), Words("ja", places))
    )

    assert any("R-1/7 ← T-1 実績（合意分）" in line for line in page)


def test_a_talent_shows_where_it_worked(places: Registry) -> None:
    page = printed(
        talent_page(talent_view(make.talent(), None, [], [], worked=worked()), Words("en", places))
    )

    assert any(line.split()[:4] == ["R-1/1", "Worked", "(as", "agreed)"] for line in page)


def test_a_plan_shows_what_was_worked_in_this_fiscal_year_and_the_one_before() -> None:
    def lines(first: str, **given: Any) -> list[str]:
        view = plan_view(plan, [], worked=worked(), **given)
        return [line for line in printed(worked_table(view.worked, Month(first), Words())) if line]

    plan = Plan(pool_id="20", months=WINTER, status=Status.FEASIBLE, method="test")

    assert any("R-1/1 ← T-1" in line for line in lines("2027-02"))
    assert any("R-1/1 ← T-1" in line for line in lines("2028-03"))
    assert lines("2028-04") == []
    assert lines("2027-02", only="2027-02") == []


def test_json_says_what_was_worked_in_hours(places: Registry) -> None:
    document = request_document(request_view(REQUEST, None, [], worked()), Words("ja", places))

    assert [(w["month"], w["talent_id"], w["hours"]) for w in document["worked"]] == [
        ("2026-12", "T-1", 8),
        ("2027-01", "T-1", 8),
    ]
