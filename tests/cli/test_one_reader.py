"""What a sheet understands a command understands, and the other way round."""

from collections.abc import Callable
from typing import Any

import pytest

from models.errors import Mistake
from producers.spreadsheets import cells
from wording.fields import typed_fields
from wording.typed import notation


def by_command(read: Any, written: Any) -> Any:
    try:
        return read(written)
    except Mistake:
        return None


def by_sheet(read: Any, written: Any) -> Any:
    try:
        return read(written)
    except cells.Unfit:
        return None


@pytest.mark.parametrize(
    ("sheet", "command", "written"),
    [
        *(
            (cells.hours(744), notation.hours, word)
            for word in (
                "7.75",
                "７：４５",
                "7時間45分",
                "7時間半",
                "8h",
                "なし",
                "−",
                "7,5",
                "x",
                "8.1",
            )
        ),
        *(
            (cells.month, notation.month, word)
            for word in ("2026年4月1日", "R8.4.1", "令和8年4月", "Apr-26", "46113", "2027.1", "4月")
        ),
        *(
            (lambda cell: cells.choice("yes_no")(cell) == "yes", notation.yes_no, word)
            for word in ("〇", "◯", "可", "不可", "あり", "無", "×", "はい", "yes", "もしかすると")
        ),
        *(
            (cells.choice("forms"), lambda text: typed_fields.one_of("forms", text), word)
            for word in ("常勤", "会計年度", "副業", "業務委託", "side_job", "社長")
        ),
        *(
            (cells.choice("roles"), lambda text: notation.role(text).value, word)
            for word in ("PM", "ｐｍ", "エンジニア", "サービスデザイナー", "課長")
        ),
        *(
            (cells.skills, notation.skills, word)
            for word in (
                "業務改革3",
                "業務改革（3）",
                "ｸﾗｳﾄﾞ:2",
                "なし",
                "-",
                "3",
                "AWS3",
                "a:1、A:2",
            )
        ),
        *((cells.integer(0, 100), notation.number, word) for word in ("50%", "2名", "２", "半分")),
    ],
)
def test_sheets_and_commands_read_the_same(
    sheet: Callable[..., Any], command: Callable[..., Any], written: str
) -> None:
    assert by_sheet(sheet, written) == by_command(command, written)
