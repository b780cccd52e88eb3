"""`post`: the receipt, what becomes of it, and what a person got wrong."""

import asyncio
import json
import re
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from application.queries import arrival as arrivals
from models.facts import Fact, RequestStated
from service.cli.frame import receipts
from service.wiring import opened
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import settings

POST = ("post", "request", "--municipality", "佐久市", "--title", "窓口", "--role", "pm")
CANARY = "金糸雀"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _facts(directory: Any) -> Any:
    """What the log holds, in order."""
    with closing(sqlite3.connect(directory / "var" / "talentpool.db")) as database:
        rows = database.execute("SELECT topic, value FROM log_records ORDER BY rowid").fetchall()
    return [(topic, json.loads(value)) for topic, value in rows]


@pytest.mark.parametrize(
    "command",
    [
        ("post", "request"),
        ("post", "talent"),
        ("amend", "request"),
        ("amend", "talent"),
        ("withdraw", "request"),
        ("withdraw", "talent"),
    ],
)
def test_help_has_an_example_of_the_command(
    talentpool: Talentpool, command: tuple[str, ...]
) -> None:
    said = talentpool(*command, "--help")

    assert said.code == 0
    assert f"Example: talentpool {' '.join(command)} " in said.out


def test_a_request_needs_no_more_than_who_what_and_how_many_hours(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool(*POST, "--hours", "16")

    [(topic, fact)] = _facts(empty)
    request = fact["request"]
    assert said.code == 0
    assert topic == "talentpool.requests.v1"
    assert re.fullmatch(r"R-20261101-[0-9a-f]{4}", request["request_id"])
    assert (request["pool_id"], request["municipalities"]) == ("20", ["202177"])
    assert request["lines"][0]["hours"] == dict.fromkeys(
        ("2026-12", "2027-01", "2027-02", "2027-03"), 16
    )
    assert request["request_id"] in said.out
    assert "64時間（2026年12月 16・2027年1月 16・2月 16・3月 16）" in said.out


def test_the_receipt_as_json_is_one_document_with_ids_and_undo(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool(*POST, "--id", "R-1", "--hours", "2026-12=7:45", "--json")

    document = json.loads(said.out)
    [receipt] = document["receipts"]
    assert (receipt["subject"], receipt["pool_id"], receipt["revision"]) == ("R-1", "20", 1)
    assert receipt["correlation_id"] == receipt["event_id"]
    assert document["undo"] == ["talentpool withdraw request R-1 --pool 20"]
    assert _facts(empty)[0][1]["request"]["lines"][0]["hours"] == {"2026-12": 7.75}


def test_several_lines_are_numbered_in_the_order_they_are_written(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool(
        *POST, "--hours", "8", "--line", "engineer 2026-12 16h people=2", "--line", "producer 4h"
    )

    lines = _facts(empty)[0][1]["request"]["lines"]
    assert said.code == 0
    assert [(line["line"], line["role"]) for line in lines] == [
        (1, "pm"),
        (2, "engineer"),
        (3, "producer"),
    ]


def test_engineers_without_a_pm_are_pointed_out_at_once(talentpool: Talentpool) -> None:
    without = ("post", "request", "--municipality", "佐久市", "--title", "窓口", "--line", "sd 8h")

    assert "PMの要請枠がありません" in talentpool(*without).out
    assert "PMの要請枠がありません" not in talentpool(*without, "--pm-in-place").out


def test_a_whole_request_comes_from_a_file_and_an_exported_one_goes_back_in(
    talentpool: Talentpool, empty: Path
) -> None:
    talentpool(*POST, "--id", "R-1", "--hours", "8")
    entity = _facts(empty)[0][1]["request"] | {"request_id": "R-2"}
    (empty / "request.json").write_text(json.dumps([entity]), encoding="utf-8-sig")

    said = talentpool("post", "request", "--file", "request.json")

    assert said.code == 0
    assert _facts(empty)[1][1]["request"] == entity


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--municipality", "南牧村", "--title", "a", "--role", "pm", "--hours", "8"), "203050"),
        (("--municipality", "佐久", "--title", "a", "--role", "pm", "--hours", "8"), "佐久市"),
        (("--municipality", "佐久市", "--title", "a", "--role", "boss", "--hours", "8"), "pm"),
        (("--municipality", "佐久市", "--title", "a", "--role", "pm", "--hours", "8.1"), "8.25"),
        (("--municipality", "佐久市", "--title", "a", "--role", "pm"), "--hours"),
        (("--municipality", "佐久市", "--title", "a", "--hours", "8"), "--role"),
        (("--municipality", "佐久市", "--title", "a"), "要請枠"),
        (("--municipality", "佐久市", "--role", "pm", "--hours", "8"), "事業名"),
        (("--title", "a", "--role", "pm", "--hours", "8", "--pool", "20"), "市区町村"),
        (("--title", "a", "--role", "pm", "--hours", "8"), "--pool"),
        (
            ("--municipality", "松本市", "--title", "a", "--role", "pm", "--role", "engineer"),
            "--line",
        ),
        ((*POST[2:], "--hours", "8", "--urgency", "9"), "緊急度"),
        ((*POST[2:], "--hours", "8", "--id", "日本"), "半角"),
        ((*POST[2:], "--hours", "8", "--pool", "99"), "都道府県"),
        ((*POST[2:], "--hours", "8", "--pool", "新潟県"), "佐久市"),
        ((*POST[2:], "--hours", "8", "--file", "a.json"), "--file"),
        (("--file", "missing.json"), "missing.json"),
    ],
)
def test_a_mistake_is_said_with_what_to_write_instead_and_nothing_is_kept(
    talentpool: Talentpool, empty: Path, words: tuple[str, ...], hint: str
) -> None:
    said = talentpool("post", "request", *words)

    assert said.code == 2, said
    assert said.out == ""
    assert hint in said.err
    assert "Traceback" not in said.err
    assert not (empty / "var" / "talentpool.db").exists() or _facts(empty) == []


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"{", "1行2文字目"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[]", "空"),
        (b'{"title": "a", "colour": "red"}', "colour"),
        (b'[{"pool_id": "20"}]', "1件目"),
        (b"[" * 100_000, "request.json"),
    ],
)
def test_a_file_that_is_no_request_is_refused_with_the_place(
    talentpool: Talentpool, empty: Path, content: bytes, hint: str
) -> None:
    (empty / "request.json").write_bytes(content)

    said = talentpool("post", "request", "--file", "request.json")

    assert (said.code, said.out) == (2, "")
    assert hint in said.err


def test_the_name_of_a_talent_is_kept_for_people_and_told_to_nobody_else(
    talentpool: Talentpool, empty: Path
) -> None:
    words = ("--pool", "長野県", "--id", "T-9", "--role", "pm", "--role", "engineer")

    said = talentpool(
        *("post", "talent", *words, "--hours", "40", "--skill", "業務改革:3", "--base", "長野市"),
        *("--name", CANARY, "--mail", f"{CANARY}@example.invalid", "--note", CANARY),
    )

    [(topic, fact)] = _facts(empty)
    assert (said.code, topic) == (0, "talentpool.talents.v1")
    assert fact["talent"]["skills"] == {"業務改革": 3}
    assert fact["talent"]["capacity"]["2027-03"] == 40
    assert CANARY not in said.out + said.err + json.dumps(fact, ensure_ascii=False)
    with closing(sqlite3.connect(empty / "var" / "talentpool.db")) as database:
        assert database.execute("SELECT talent_id, name FROM people").fetchall() == [
            ("T-9", CANARY)
        ]


def test_a_name_that_is_too_long_is_refused_without_repeating_it(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool(
        "post", "talent", "--pool", "20", "--role", "pm", "--hours", "8", "--name", CANARY * 40
    )

    assert said.code == 2
    assert "氏名" in said.err
    assert CANARY not in said.err


def test_without_a_service_waiting_ends_with_what_to_do_and_the_receipt_stands(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool(*POST, "--hours", "8", "--wait", "--deadline", "0.3", "--json")

    assert said.code == 3
    assert json.loads(said.out)["arrival"] is None
    assert len(json.loads(said.out)["receipts"]) == 1
    assert "talentpool up" in said.err
    assert "もう一度送る必要はありません" in said.err
    assert len(_facts(empty)) == 1


def test_waiting_says_who_takes_the_line_or_why_nobody_does(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        talentpool("post", "talent", "--pool", "20", "--id", "T-PM", "--role", "pm", "--hours", "8")
        said = talentpool(
            *(*POST, "--id", "R-9", "--hours", "2026-12=8", "--line", "producer 2026-12 4h"),
            *("--wait", "--json"),
        )

    arrival = json.loads(said.out)["arrival"]
    served, unmet = arrival["lines"]
    assert said.code == 0
    assert (served["line_id"], served["asked"], served["served"]) == ("R-9/1", 8, 8)
    assert [m["talent_id"] for m in served["matches"]] == ["T-PM"]
    assert (unmet["line_id"], unmet["served"], unmet["unmet"]["cause"]) == ("R-9/2", 0, "no_role")
    assert arrival["refused"] == []


def test_waiting_says_the_same_in_words(talentpool: Talentpool, stocked: Path) -> None:
    with serving(stocked):
        said = talentpool(*POST, "--id", "R-9", "--hours", "2026-12=8", "--wait")

    assert said.code == 0
    assert "要請枠 R-9/1　充足／要請 0／8時間" in said.out
    assert "この役割の人材がいない" in said.out


def test_an_id_that_was_taken_meanwhile_is_reported_to_who_came_second(
    talentpool: Talentpool, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Somebody else's program wrote to the topic, and nobody has taken it in: no desk can know it.
    asyncio.run(_append(empty, RequestStated(request=make.request("R-1", title="よその題"))))

    with ExitStack() as stack:

        async def arrival(*arguments: Any) -> Any:
            stack.enter_context(serving(empty))
            return await arrivals.arrival(*arguments)

        monkeypatch.setattr(receipts, "arrival", arrival)
        second = talentpool(*POST, "--id", "R-1", "--hours", "16", "--wait", "--json")

    [refused] = json.loads(second.out)["arrival"]["refused"]
    assert second.code == 1
    assert refused["reason"] == "revision_taken"


async def _append(directory: Path, fact: Fact) -> None:
    async with opened(settings(directory / "var" / "talentpool.db")) as parts:
        await parts.event_log.append([make.message(fact).record()])


def test_an_id_that_nobody_has_taken_in_yet_is_taken_all_the_same(
    talentpool: Talentpool, empty: Path
) -> None:
    talentpool(*POST, "--id", "R-1", "--hours", "8")

    said = talentpool(*POST, "--id", "R-1", "--hours", "16")

    assert said.code == 2
    assert "amend" in said.err


def test_an_id_that_is_known_to_be_taken_is_refused_at_the_desk(
    talentpool: Talentpool, stocked: Path
) -> None:
    said = talentpool(*POST, "--id", "R-SAKU", "--hours", "8")

    assert said.code == 2
    assert "amend" in said.err
