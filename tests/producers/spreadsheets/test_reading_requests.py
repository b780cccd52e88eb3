"""Rows of a sheet become requests, or sentences that say what to mend where."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest

from infra.registry import Registry
from models.entities import Nature, Role
from models.months import Month
from tests.saying import JA

ROW = ["R-1", "202011", "", "統合アプリ", "", "PM", "", 8, ""]


def changed(**cells: Any) -> Any:
    """The good row with some cells changed, by column letter."""
    row = list(ROW)
    for letter, value in cells.items():
        row[ord(letter) - ord("A")] = value
    return row


def texts(sheet: Any) -> Any:
    return [(fault.cell, fault.text(JA)) for fault in sheet.faults]


def test_one_row_is_a_request_with_one_line(read_requests: Callable[..., Any]) -> None:
    sheet = read_requests(changed(G="スケジュール管理:3、UI・UX", I=7.75))

    [request] = sheet.requests
    [line] = request.lines
    assert sheet.faults == ()
    assert (request.request_id, request.title, request.municipalities) == (
        "R-1",
        "統合アプリ",
        ("202011",),
    )
    assert (line.line, line.role, line.skills) == (1, Role.PM, {"スケジュール管理": 3, "UI・UX": 1})
    assert line.hours == {"2026-07": 32, "2026-08": 31}
    assert request.nature is Nature.CONTINUOUS
    assert request.sample is False


def test_rows_with_the_same_id_and_rows_without_one_continue_the_request(
    read_requests: Callable[..., Any],
) -> None:
    sheet = read_requests(
        ROW,
        ["", "", "", "", "", "エンジニア", "", 40, 40],
        ["R-2", "", "松本市", "窓口", "", "PM", "", 4, 4],
        ["R-1", "202011", "長野市", "統合アプリ", "", "プロデューサー", "", 4, ""],
    )

    first, second = sheet.requests
    assert sheet.faults == ()
    assert [line.role for line in first.lines] == [Role.PM, Role.ENGINEER, Role.PRODUCER]
    assert [line.line for line in first.lines] == [1, 2, 3]
    assert second.municipalities == ("202029",)


def test_line_numbers_are_kept_and_the_free_ones_are_given_out(
    read_requests: Callable[..., Any],
) -> None:
    sheet = read_requests(changed(E=2), ["R-1", "", "", "", "", "エンジニア", "", 40, ""])

    [request] = sheet.requests
    assert [(line.line, line.role) for line in request.lines] == [
        (1, Role.ENGINEER),
        (2, Role.PM),
    ]


def test_a_request_may_come_from_several_municipalities_or_from_the_prefecture(
    read_requests: Callable[..., Any],
) -> None:
    sheet = read_requests(
        changed(B="", C="千曲市、安曇野市"),
        changed(A="R-2", B="", C="長野県"),
        changed(A="R-3", B="202185, 202207"),
    )

    assert sheet.faults == ()
    assert [r.municipalities for r in sheet.requests] == [
        ("202185", "202207"),
        ("200000",),
        ("202185", "202207"),
    ]


@pytest.mark.parametrize("name", ["南牧村", "南牧村（長野県）", "南佐久郡南牧村", "みなみまきむら"])
def test_a_name_that_two_prefectures_share_means_the_pools_own(
    read_requests: Callable[..., Any], name: str
) -> None:
    [request] = read_requests(changed(B="", C=name)).requests

    assert request.municipalities == ("203050",)


def test_an_example_row_and_blank_rows_are_not_read(read_requests: Callable[..., Any]) -> None:
    sheet = read_requests(
        ["見本", "999999", "", "", "", "何でも", "", "x", ""],
        ["見本（消してもよい）"],
        ["", " ", "　", "", "", "", "", "", ""],
        [],
        ROW,
    )

    assert sheet.faults == ()
    assert sheet.rows == 1


@pytest.mark.parametrize(
    ("cell", "quarters"),
    [
        (7.75, 31),
        (7, 28),
        ("7.75", 31),
        ("７．７５", 31),
        ("7:45", 31),
        ("7：45", 31),
        ("7時間45分", 31),
        ("7時間", 28),
        ("8h", 32),
        ("1,000", 4000),
        (time(7, 45), 31),
        (timedelta(hours=30, minutes=15), 121),
        (7.000000000000001, 28),
    ],
)
def test_hours_are_read_as_offices_write_them(
    read_requests: Callable[..., Any], cell: Any, quarters: int
) -> None:
    [request] = read_requests(changed(H=cell)).requests

    assert request.lines[0].hours == {"2026-07": quarters}


@pytest.mark.parametrize(
    ("head", "month"),
    [
        ("2026-08", "2026-08"),
        ("２０２６－０８", "2026-08"),
        ("2026年8月", "2026-08"),
        ("2026/8", "2026-08"),
        ("2026/08/01", "2026-08"),
        ("令和8年8月", "2026-08"),
        ("Aug-26", "2026-08"),
        (date(2026, 8, 1), "2026-08"),
    ],
)
def test_month_headers_are_understood_as_spreadsheets_rewrite_them(
    read_requests: Callable[..., Any], head: Any, month: str
) -> None:
    header = ["要請ID", "コード", "事業名", "役割", head]

    [request] = read_requests(["R-1", "202011", "題", "PM", 8], head=header).requests

    assert list(request.lines[0].hours) == [month]


def test_titles_are_kept_as_written_while_codes_and_choices_are_folded(
    read_requests: Callable[..., Any],
) -> None:
    title = "髙﨑 ﾃﾞｼﾞﾀﾙ①Ⅲ"
    sheet = read_requests(changed(A="Ｒ－１", B="２０２０１１", D=f"  {title} ", F="ＰＭ"))

    [request] = sheet.requests
    assert request.title == title
    assert (request.request_id, request.municipalities) == ("R-1", ("202011",))


def test_a_number_cell_is_a_code(read_requests: Callable[..., Any]) -> None:
    [request] = read_requests(changed(B=202011.0)).requests

    assert request.municipalities == ("202011",)


def test_a_leading_zero_that_a_spreadsheet_ate_is_put_back_and_said(
    read_requests: Callable[..., Any],
) -> None:
    sheet = read_requests(changed(B=11002.0), pool_id="01")

    [request] = sheet.requests
    assert request.municipalities == ("011002",)
    assert [note.text(JA) for note in sheet.notes] == [
        "B2「11002」の先頭の0が消えていたので、011002（札幌市）と読みました。"
    ]


def test_words_of_either_language_and_codes_are_choices(read_requests: Callable[..., Any]) -> None:
    head = ["Request ID", "Municipality", "Title", "Role", "Nature of work", "Urgency"]
    head += ["PM in place", "People", "Minimum (%)", "on_site_percent", "2026-07"]
    row = ["R-1", "長野市", "App", "engineer", "単発", "至急", "○", 2, "80%", "50", 8]

    [request] = read_requests(row, head=head).requests

    assert request.lines[0].role is Role.ENGINEER
    assert (request.nature, request.urgency, request.pm_in_place) == (Nature.PROJECT, 3, True)
    assert (request.lines[0].people, request.lines[0].minimum_percent) == (2, 80)
    assert request.lines[0].on_site_percent == 50


@pytest.mark.parametrize(
    ("head", "faults"),
    [
        (
            ["要請ID", "コード", "事業目", "役割", "2026-07"],
            [
                (
                    "C1",
                    "C1「事業目」は知らない見出しです。"
                    "「事業名」ですか。列を消すか、ひな型の見出しにしてください。",
                ),
                ("", "列「事業名」がありません。ひな型の見出しを使ってください。"),
            ],
        ),
        (
            ["要請ID", "事業名", "役割", "2026-07", "市区町村長名"],
            [
                ("E1", None),
                ("", "列「市区町村コード」がありません。ひな型の見出しを使ってください。"),
            ],
        ),
        (
            ["要請ID", "コード", "事業名", "役割", "件名", "2026-07"],
            [("E1", "E1「件名」はC1と同じ列です。どちらかを消してください。")],
        ),
        (
            ["要請ID", "コード", "事業名", "役割", "テーマ"],
            [("", "月の列がありません。「2026-07」のような見出しの列に時間を書いてください。")],
        ),
        (
            ["要請ID", "コード", "事業名", "役割", "2026-07", "2026年7月"],
            [("F1", "F1「2026-07」はE1と同じ列です。どちらかを消してください。")],
        ),
        (
            ["要請ID", "コード", "事業名", "役割", "2026-06", "2026-07"],
            [
                (
                    "E1",
                    "E1「2026-06」は扱える月（2026-07から2029-06）の外です。"
                    "時間を消すか、見出しを直してください。",
                )
            ],
        ),
    ],
)
def test_a_bad_header_says_what_to_mend(
    read_requests: Callable[..., Any], head: list[str], faults: Any
) -> None:
    sheet = read_requests(["1"] * len(head), head=head)

    assert [fault.cell for fault in sheet.faults] == [cell for cell, _ in faults]
    for fault, (_, text) in zip(sheet.faults, faults, strict=True):
        assert text in (None, fault.text(JA))


def test_an_unused_column_does_not_matter(read_requests: Callable[..., Any]) -> None:
    head = ["要請ID", "コード", "事業名", "役割", "2026-06", "課の目じるし", "", "2026-07"]

    sheet = read_requests(["R-1", "202011", "題", "PM", "", "", "", 8], head=head)

    assert sheet.faults == ()
    assert len(sheet.requests) == 1


def test_progress_counts_rows(places: Registry) -> None:
    from producers.spreadsheets.files import Grid
    from producers.spreadsheets.reading import read_grid

    seen = []
    head = ["要請ID", "コード", "事業名", "役割", "2026-07"]
    rows = [head, *[[f"R-{n}", "202011", "題", "PM", 8] for n in range(3)]]
    read_grid(
        Grid(sheet="s", rows=rows),  # type: ignore[arg-type]
        "requests",
        pool_id="20",
        first_month=Month("2026-07"),
        places=places,
        progress=lambda done, total: seen.append((done, total)),
    )

    assert seen == [(1, 3), (2, 3), (3, 3)]
