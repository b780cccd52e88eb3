"""Today, this month and this fiscal year are those of the office, not of Greenwich."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from infra.settings import Settings
from service import office_time
from service.office_time import office_clock
from tests.cli.conftest import Talentpool

#: In Tokyo it is 08:40 on 1 April 2027: a new month, and a new fiscal year.
FIRST_OF_APRIL = datetime(2027, 3, 31, 23, 40, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _first_of_april(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return FIRST_OF_APRIL.astimezone(tz)

    monkeypatch.setattr(office_time, "datetime", Stopped)


def test_today_is_the_day_at_the_office() -> None:
    assert office_clock(Settings())().date().isoformat() == "2027-04-01"
    assert office_clock(Settings(timezone="UTC"))().date().isoformat() == "2027-03-31"


def test_a_contract_from_this_month_begins_in_the_month_of_the_office(
    talentpool: Talentpool,
) -> None:
    said = talentpool("post", "talent", "--id", "T1", "--pool", "20", "--role", "pm",
                      "--hours", "40")  # fmt: skip

    assert "2027-04–2028-03" in said.out
    assert "2027年4月 40" in said.out


def test_ids_carry_the_day_of_the_office(talentpool: Talentpool) -> None:
    said = talentpool("post", "request", "--pool", "20", "--municipality", "佐久市", "--title",
                      "窓口", "--role", "pm", "--hours", "8", "--json")  # fmt: skip

    assert json.loads(said.out)["receipts"][0]["subject"].startswith("R-20270401-")


def test_the_months_of_a_template_begin_with_the_month_of_the_office(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool("template", "requests", "r.xlsx", "--pool", "20", "--json")

    assert said.code == 0, said.err
    assert "2027-03" not in said.out


@pytest.mark.parametrize(
    ("name", "value"), [("TIMEZONE", "Tokyo/Asia"), ("PARTITIONS", "six"), ("LOG_FORMAT", "xml")]
)
def test_a_setting_that_cannot_be_read_is_named(
    talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"TALENTPOOL_{name}", value)

    said = talentpool("show", "pools")

    assert said.code == 2
    assert f"TALENTPOOL_{name}" in said.err


def test_hours_for_a_month_that_is_over_at_the_office_are_refused_where_they_are_stated(
    talentpool: Talentpool,
) -> None:
    posted = talentpool("post", "request", "--id", "R1", "--pool", "20", "--municipality",
                        "佐久市", "--title", "窓口", "--role", "pm",
                        "--hours", "2027-02..2027-05=8")  # fmt: skip
    amended = talentpool("post", "talent", "--id", "T1", "--pool", "20", "--role", "pm",
                         "--from", "2027-01", "--hours", "2027-03=40")  # fmt: skip

    assert (posted.code, amended.code) == (2, 2)
    assert "2027年2月・2027年3月はもう終わった月です。2027年4月から" in posted.err
    assert "2027年3月はもう終わった月です" in amended.err
