"""Rows of a sheet become talents, and people whose names never show in a fault."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from models.entities import Form, Role
from tests.saying import JA

NAME, MAIL = "髙﨑 佳奈", "kana.takasaki@example.invalid"
ROW = ["T-1", NAME, MAIL, "PM", "", "2026-04", "2027-03", 155]


def changed(**cells: Any) -> Any:
    """The good row with some cells changed, by column letter."""
    row = list(ROW)
    for letter, value in cells.items():
        row[ord(letter) - ord("A")] = value
    return row


def test_a_row_is_a_talent_and_a_person(read_talents: Callable[..., Any]) -> None:
    sheet = read_talents(changed(D="プロデューサー、PM", E="企画構想:4"))

    [talent], [person] = sheet.talents, sheet.people
    assert sheet.faults == ()
    assert talent.roles == (Role.PRODUCER, Role.PM)
    assert (talent.skills, talent.form) == ({"企画構想": 4}, Form.FULL_TIME)
    assert (talent.contract_from, talent.contract_until) == ("2026-04", "2027-03")
    assert talent.capacity == {"2026-07": 620}
    assert (person.talent_id, person.name, person.mail) == ("T-1", NAME, MAIL)
    assert talent.sample is False


def test_nothing_personal_is_in_the_talent(read_talents: Callable[..., Any]) -> None:
    [talent] = read_talents(ROW).talents

    assert NAME not in talent.model_dump_json()
    assert "takasaki" not in talent.model_dump_json()


def test_a_talent_without_a_name_has_no_person(read_talents: Callable[..., Any]) -> None:
    sheet = read_talents(changed(B="", C=""))

    assert len(sheet.talents) == 1
    assert sheet.people == ()
    assert sheet.faults == ()


def test_every_column_of_a_talent_is_read(read_talents: Callable[..., Any]) -> None:
    head = ["Talent ID", "Name", "備考", "役割", "雇用形態", "契約開始月", "契約終了月"]
    head += ["固定業務", "同時担当数", "拠点", "遠隔可", "除外", "2026-07"]
    row = ["T-1", NAME, "メモ", "engineer", "副業人材", date(2026, 4, 1), "令和9年3月"]
    row += ["7:45", 2, "130001", "いいえ", "松本市、202070", 32]

    sheet = read_talents(row, head=head)

    [talent], [person] = sheet.talents, sheet.people
    assert sheet.faults == ()
    assert talent.form is Form.SIDE_JOB
    assert (talent.contract_from, talent.contract_until) == ("2026-04", "2027-03")
    assert (talent.overhead, talent.municipalities_at_once, talent.remote) == (31, 2, False)
    # People work from anywhere in Japan.
    assert talent.base == "130001"
    assert talent.excluded == ("202029", "202070")
    assert person.note == "メモ"


@pytest.mark.parametrize(
    ("cells", "cell", "text"),
    [
        ({"A": ""}, "A2", "A2（人材ID）が空です。書いてください。"),
        ({"B": ""}, "B2", "B2（氏名）が空です。書いてください。"),
        ({"B": "名" * 81}, "B2", "B2は長すぎます。80字までにしてください。"),
        ({"C": "m" * 121}, "C2", "C2は長すぎます。120字までにしてください。"),
        (
            {"D": "PM、PM"},
            "D2",
            "D2「PM、PM」に「プロジェクトマネージャー」が2回あります。一つにしてください。",
        ),
        ({"F": "いつか"}, "F2", "F2「いつか」は月ではありません。2026-12 のように書いてください。"),
        (
            {"F": "2026-13"},
            "F2",
            "F2「2026-13」という月や日はありません。2026-12 のように書いてください。",
        ),
        (
            {"G": "2026-03"},
            "G2",
            "G2「2026-03」は契約開始月（2026-04）より前です。契約の期間を確かめてください。",
        ),
        ({"H": 745}, "H2", "H2「745」は0から744時間の間ではありません。時間を確かめてください。"),
        (
            {"H": ""},
            "A2",
            "A2「T-1」の人材に働ける時間がありません。どれかの月に時間を書いてください。",
        ),
    ],
)
def test_a_bad_cell_says_where_what_and_how(
    read_talents: Callable[..., Any], cells: Any, cell: str, text: str
) -> None:
    sheet = read_talents(changed(**cells))

    assert [(f.cell, f.text(JA)) for f in sheet.faults] == [(cell, text)]
    assert (sheet.talents, sheet.people) == ((), ())


def test_a_talent_stands_once(read_talents: Callable[..., Any]) -> None:
    sheet = read_talents(ROW, ROW)

    assert [f.text(JA) for f in sheet.faults] == [
        "A3「T-1」はA2にもあります。人材ごとに1行にしてください。"
    ]
    assert len(sheet.talents) == 1


def test_no_fault_repeats_a_personal_value(read_talents: Callable[..., Any]) -> None:
    secret = "canary-7f3a"
    long = secret * 100
    sheets = [
        read_talents(changed(A="", B=long, C=long)),
        # A sheet without its header begins with a person.
        read_talents(ROW, head=["T-0", secret, f"{secret}@example.invalid", "PM", "", "", "", ""]),
        read_talents([long] * 8, head=["人材ID", "氏名", "備考", secret, "役割", "x", "y", "z"]),
    ]

    for sheet in sheets:
        assert sheet.faults
        assert secret not in repr([f for f in sheet.faults if f.cell[:1] in "BCD"])


CONDITIONS = ["人材ID", "役割", "契約開始月", "契約終了月", "雇用元", "研修修了", "研修免除の理由"]


def condition(employer: str = "", trained: str = "", waiver: str = "") -> Any:
    return ["T-1", "PM", "2026-04", "2027-03", employer, trained, waiver, 155]


def test_employer_and_training_are_read(read_talents: Callable[..., Any]) -> None:
    head = [*CONDITIONS, "2026-07"]

    trained = read_talents(condition("８000000000001", "令和8年4月"), head=head)
    waived = read_talents(condition(8000000000001.0, "", "自治体OB・OG"), head=head)  # type: ignore[arg-type]

    [one], [other] = trained.talents, waived.talents
    assert (one.employer, one.trained_from, one.training_waiver) == (
        "8000000000001",
        "2026-04",
        None,
    )
    assert (other.employer, other.training_waiver) == ("8000000000001", "former_official")
    assert "base" in trained.silent
    assert "employer" not in trained.silent


@pytest.mark.parametrize(
    ("row", "cell", "text"),
    [
        (
            condition("1000000000001"),
            "E2",
            "E2「1000000000001」の「1000000000001」は先頭の検査数字が合いません。"
            "あとの12桁が正しければ 8000000000001 です。番号を確かめてください。",
        ),
        (
            condition("000000000001"),
            "E2",
            "E2「000000000001」の「000000000001」は12桁です。"
            "会社法人等番号なら、法人番号は 8000000000001 です。",
        ),
        (
            condition("見本株式会社"),
            "E2",
            "E2「見本株式会社」の「見本株式会社」は法人番号ではありません。13桁の数字にしてください。",
        ),
        (
            condition("8000000000001、7000000000002"),
            "E2",
            "E2「8000000000001、7000000000002」には多すぎます（1まで）。減らしてください。",
        ),
        (
            condition("", "まだ"),
            "F2",
            "F2「まだ」は月ではありません。2026-12 のように書いてください。",
        ),
        (
            condition("", "", "忙しい"),
            "G2",
            "G2「忙しい」は選べません。自治体OB・OG、他で受講済み、緊急 のどれかにしてください。",
        ),
    ],
)
def test_a_bad_condition_says_where_what_and_how(
    read_talents: Callable[..., Any], row: Any, cell: str, text: str
) -> None:
    sheet = read_talents(row, head=[*CONDITIONS, "2026-07"])

    assert [(f.cell, f.text(JA)) for f in sheet.faults] == [(cell, text)]
