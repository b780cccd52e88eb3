"""What is no sheet is said, and never unpacked or read without end."""

import zipfile
from pathlib import Path

import pytest

from producers.spreadsheets import package, sheet_part
from tests.producers.spreadsheets.conftest import Take
from tests.producers.spreadsheets.packages import (
    HEAD,
    ROW,
    sheet_xml,
    write,
)
from tests.saying import JA


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + sheet_xml(),
        sheet_xml()[:-20],
        "no markup at all",
        "",
    ],
)
def test_what_is_no_sheet_is_said(tmp_path: Path, take: Take, xml: bytes) -> None:
    assert [f.code for f in take(write(tmp_path / "in.xlsx", xml)).faults] == ["file_damaged"]


def test_what_unpacks_to_more_than_may_be_is_not_unpacked(
    tmp_path: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 1_000_000)
    path = write(tmp_path / "bomb.xlsx", sheet_xml() + " " * 2_000_000)

    assert [fault.code for fault in take(path).faults] == ["file_too_large"]


@pytest.mark.parametrize("empty", ["<row/>", "<row><c/></row>", '<row hidden="1"/>'])
def test_a_sheet_of_nothing_without_end_is_not_read_to_its_end(
    tmp_path: Path, take: Take, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    monkeypatch.setattr(sheet_part, "MOST_SEEN", 1_000)
    path = write(tmp_path / "in.xlsx", sheet_xml(empty * 2_000))

    assert [fault.code for fault in take(path).faults] == ["rows_too_many"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"),
            "古いExcelブック",
        ),
        ("a.xls", b"<html><table></table></html>", "ウェブページ（HTML）です。"),
        ("a.xls", b'<?xml version="1.0"?><Workbook/>', "XMLファイルです。"),
        ("a.pdf", b"%PDF-1.7", "PDFです。"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "パスワード"),
        ("a.xlsx", b"", "何も入っていません。"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(
    tmp_path: Path, take: Take, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    [fault] = take(path).faults

    assert said in fault.what(JA)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("content.xml", "OpenDocument"),
        ("Index/Document.iwa", "Numbers"),
        ("xl/workbook.bin", "バイナリ形式"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("tables/requests.xlsx", "圧縮フォルダー"),
    ],
)
def test_another_zip_is_called_by_its_name(
    tmp_path: Path, take: Take, part: str, said: str
) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as made:
        made.writestr(part, "x")

    [fault] = take(tmp_path / "in.xlsx").faults

    assert said in fault.what(JA)


def test_a_name_that_does_not_fit_the_content_does_not_matter(tmp_path: Path, take: Take) -> None:
    text = tmp_path / "text.xlsx"
    text.write_text("\n".join(",".join(map(str, row)) for row in (HEAD, ROW)))

    assert take(text).faults == ()
    assert take(write(tmp_path / "book.csv", sheet_xml())).faults == ()


def test_a_file_that_may_not_be_opened_is_said(
    tmp_path: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "in.xlsx", sheet_xml())

    def refuse(_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    assert [fault.code for fault in take(path).faults] == ["file_locked"]
