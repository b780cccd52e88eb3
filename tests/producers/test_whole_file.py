"""A file is written whole or not at all, never over another in silence."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from models.errors import Mistake
from producers import whole_file
from producers.whole_file import make_folder, may_write, write_whole
from tests.saying import refused


@pytest.fixture
def old(tmp_path: Path) -> Any:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(b"old")
    return file


def test_a_file_that_is_there_is_written_over_only_where_that_is_asked_for(old: Path) -> None:
    with refused(Mistake, match="--force"):
        may_write(old, force=False)

    may_write(old, force=True)


@pytest.mark.parametrize("path", ["plan.xlsx", "sub/../plan.xlsx", "link.xlsx", "sub/link.xlsx"])
def test_what_a_command_reads_is_never_written_over_whatever_path_leads_there(
    old: Path, path: str
) -> None:
    folder = old.parent
    (folder / "sub").mkdir()
    (folder / "link.xlsx").symlink_to(old)
    (folder / "sub" / "link.xlsx").symlink_to(Path("..") / "plan.xlsx")

    with refused(Mistake, match="読み込むファイル"):
        may_write(folder / path, old, force=True)


def test_what_keeps_a_file_from_being_written_is_said_before_any_work(
    tmp_path: Path, old: Path
) -> None:
    (tmp_path / "round").symlink_to("round")
    for path, said in (
        (tmp_path, "フォルダーです"),
        (tmp_path / "none" / "plan.xlsx", "フォルダーがありません"),
        (old / "plan.xlsx", "フォルダーではありません"),
        (tmp_path / "round", "リンクが輪"),
        (tmp_path / f"{'x' * 300}.xlsx", "名前が長すぎます"),
    ):
        with refused(Mistake, match=said):
            may_write(path, force=True)


@pytest.mark.parametrize("lock", ["~$plan.xlsx", ".~lock.plan.xlsx#"])
def test_a_file_that_excel_or_libreoffice_has_open_is_not_written(old: Path, lock: str) -> None:
    old.with_name(lock).write_bytes(b"")

    with refused(Mistake, match="開いています"):
        may_write(old, force=True)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "空きがありません"),
        (errno.EDQUOT, "空きがありません"),
        (errno.EACCES, "権限"),
        (errno.EPERM, "Excel"),
        (errno.EBUSY, "閉じてください"),
        (errno.EROFS, "読み取り専用"),
        (errno.EIO, "plan.xlsx"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_whatever_stops_it_is_one_sentence_and_leaves_what_was_there(
    old: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str, step: str
) -> None:
    def fails(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(whole_file.os, step, fails)  # type: ignore[attr-defined]
    with refused(Mistake, match=said) as caught:
        write_whole({old: b"new"})

    assert "\n" not in str(caught.value)
    assert old.read_bytes() == b"old"
    assert [each.name for each in old.parent.iterdir()] == ["plan.xlsx"]


def test_several_files_are_written_all_or_none(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = old.with_name("b.csv")

    with refused(Mistake, match="フォルダー"):
        write_whole({old: b"new", other: b"new", old.parent / "none" / "c.csv": b"new"})

    assert old.read_bytes() == b"old"
    assert [each.name for each in old.parent.iterdir()] == ["plan.xlsx"]


def test_a_link_stays_a_link_and_permissions_stay(old: Path) -> None:
    old.chmod(0o640)
    link = old.with_name("link.xlsx")
    link.symlink_to(old)

    write_whole({link: b"new"})

    assert link.is_symlink()
    assert old.read_bytes() == b"new"
    assert old.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole({tmp_path / "new.json": b"{}"})
    finally:
        os.umask(mask)

    assert (tmp_path / "new.json").stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced() -> None:
    may_write(Path(os.devnull), force=False)
    write_whole({Path(os.devnull): b"gone"})

    assert Path(os.devnull).is_char_device()


def test_a_folder_that_cannot_be_made_is_said(old: Path) -> None:
    with refused(Mistake, match="フォルダーではありません"):
        make_folder(old)
    with refused(Mistake, match="フォルダーではありません"):
        make_folder(old / "csv")
