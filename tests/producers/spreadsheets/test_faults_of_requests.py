"""Every bad cell of a request sheet: where it is, what is wrong, how to mend it."""

from collections.abc import Callable
from typing import Any

import pytest

from infra.registry import Registry
from tests.saying import EN, JA

ROW = ["R-1", "202011", "", "統合アプリ", "", "PM", "", 8, ""]


def changed(**cells: Any) -> Any:
    """The good row with some cells changed, by column letter."""
    row = list(ROW)
    for letter, value in cells.items():
        row[ord(letter) - ord("A")] = value
    return row


def texts(sheet: Any) -> Any:
    return [(fault.cell, fault.text(JA)) for fault in sheet.faults]


@pytest.mark.parametrize(
    ("cells", "cell", "text"),
    [
        (
            {"H": 7.3},
            "H2",
            "H2「7.3」は15分の倍数ではありません。"
            "7.25（7時間15分）か7.5（7時間30分）にしてください。",
        ),
        (
            {"H": "たくさん"},
            "H2",
            "H2「たくさん」は時間ではありません。7.75 か 7:45 のように書いてください。",
        ),
        (
            {"H": "7:75"},
            "H2",
            "H2「7:75」は時間ではありません。7.75 か 7:45 のように書いてください。",
        ),
        (
            {"H": True},
            "H2",
            "H2「True」は時間ではありません。7.75 か 7:45 のように書いてください。",
        ),
        (
            {"H": "1e999999999"},
            "H2",
            "H2「1e999999999」は時間ではありません。7.75 か 7:45 のように書いてください。",
        ),
        (
            {"H": float("nan")},
            "H2",
            "H2「nan」は時間ではありません。7.75 か 7:45 のように書いてください。",
        ),
        ({"H": -4}, "H2", "H2「-4」は0から14,880時間の間ではありません。時間を確かめてください。"),
        (
            {"H": 99999},
            "H2",
            "H2「99999」は0から14,880時間の間ではありません。時間を確かめてください。",
        ),
        ({"H": ""}, "F2", "F2「PM」の枠に時間がありません。どれかの月に時間を書いてください。"),
        ({"H": 0}, "F2", "F2「PM」の枠に時間がありません。どれかの月に時間を書いてください。"),
        (
            {"A": "要請1"},
            "A2",
            "A2「要請1」は番号として使えません。"
            "英数字と . _ - だけで、64字までにしてください（例 R8-001）。",
        ),
        ({"D": ""}, "D2", "D2（事業名）が空です。書いてください。"),
        ({"D": "長" * 201}, "D2", f"D2「{'長' * 39}…」は長すぎます。200字までにしてください。"),
        (
            {"F": "課長"},
            "F2",
            "F2「課長」は選べません。プロデューサー、プロジェクトマネージャー、"
            "エンジニア・サービスデザイナー のどれかにしてください。",
        ),
        ({"F": ""}, "F2", "F2（役割）が空です。書いてください。"),
        (
            {"E": 0},
            "E2",
            "E2「0」は1から999までの整数ではありません。1から999までの整数を書いてください。",
        ),
        (
            {"E": 1.5},
            "E2",
            "E2「1.5」は1から999までの整数ではありません。1から999までの整数を書いてください。",
        ),
        (
            {"G": "業務改革:9"},
            "G2",
            "G2「業務改革:9」の「業務改革:9」はスキルとして読めません。「業務改革:3」のように、"
            "40字までの名前と1から5のレベルを書いてください。",
        ),
        ({"G": "A:1、A:2"}, "G2", "G2「A:1、A:2」に「A」が2回あります。一つにしてください。"),
        # Municipalities
        ({"B": ""}, "B2", "B2（市区町村コード）が空です。書いてください。"),
        (
            {"B": "202012"},
            "B2",
            "B2「202012」は末尾の検査数字が合いません。コードを確かめてください。長野市なら202011です。",
        ),
        (
            {"B": "209996"},
            "B2",
            "B2「209996」というコードの市区町村はありません。コードを確かめてください。",
        ),
        (
            {"B": "長野"},
            "B2",
            "B2「長野」は市区町村コードではありません。6けたの数字にしてください。"
            "長野県なら200000です。長野市なら202011です。",
        ),
        (
            {"B": "103837"},
            "B2",
            "B2「103837」は群馬県にあり、長野県ではありません。"
            "この人材プールの市区町村にしてください。",
        ),
        (
            {"B": "202011、202011"},
            "B2",
            "B2「202011、202011」に「長野市」が2回あります。一つにしてください。",
        ),
        (
            {"B": "", "C": "松元市"},
            "C2",
            "C2「松元市」という市区町村は長野県にありません。松本市なら202029です。"
            "名前かコードを確かめてください。",
        ),
        (
            {"B": "", "C": "三条市"},
            "C2",
            "C2「三条市」は新潟県にあり、長野県ではありません。"
            "この人材プールの市区町村にしてください。",
        ),
        (
            {"C": "松本市"},
            "C2",
            "C2「松本市」は左のコード（長野市）と合いません。どちらかを直してください。",
        ),
    ],
)
def test_a_bad_cell_says_where_what_and_how(
    read_requests: Callable[..., Any], cells: Any, cell: str, text: str
) -> None:
    sheet = read_requests(changed(**cells))

    assert texts(sheet) == [(cell, text)]
    assert sheet.requests == ()


def test_faults_are_said_in_english_too(read_requests: Callable[..., Any]) -> None:
    sheet = read_requests(changed(H=7.3, F="boss"))

    assert sorted((fault.cell, fault.text(EN)) for fault in sheet.faults) == [
        (
            "F2",
            "F2 “boss” is not one of the choices. Choose one of: Producer, Project manager, "
            "Engineer and service designer.",
        ),
        ("H2", "H2 “7.3” is not a multiple of 15 minutes. Write 7.25 or 7.5."),
    ]


def test_an_ambiguous_name_is_asked_for_its_code(places: Registry) -> None:
    from producers.spreadsheets.cells import Unfit
    from producers.spreadsheets.municipalities import Municipalities

    everywhere = Municipalities(places, None)

    with pytest.raises(Unfit) as unfit:
        everywhere.by_name("南牧村")
    assert unfit.value.phrase.code == "name_ambiguous"
    assert JA.say(unfit.value).endswith(
        "南牧村（群馬県）なら103837です。南牧村（長野県）なら203050です。"
    )


def test_all_faults_of_a_sheet_are_found_at_once_and_good_requests_stay(
    read_requests: Callable[..., Any],
) -> None:
    sheet = read_requests(
        changed(A="R-1", H=7.3, F="課長"),
        changed(A="R-2"),
        changed(A="R-3", B="1"),
    )

    assert [fault.cell for fault in sheet.faults] == ["F2", "H2", "B4"]
    assert [r.request_id for r in sheet.requests] == ["R-2"]


def test_a_fault_in_one_row_holds_back_its_whole_request(read_requests: Callable[..., Any]) -> None:
    sheet = read_requests(ROW, ["R-1", "", "", "", "", "エンジニア", "", "x", ""])

    assert [fault.cell for fault in sheet.faults] == ["H3"]
    assert sheet.requests == ()


def test_a_row_without_an_id_at_the_top_is_asked_for_one(read_requests: Callable[..., Any]) -> None:
    sheet = read_requests(["", "", "", "", "", "PM", "", 8, ""])

    assert texts(sheet) == [
        ("A2", "A2が空で、上に要請がありません。要請IDを書いてください（例 R8-001）。")
    ]


def test_a_row_that_names_a_title_but_no_id_does_not_join_the_request_above(
    read_requests: Callable[..., Any],
) -> None:
    sheet = read_requests(ROW, changed(A="", D="別の事業"), ["", "", "", "", "", "PM", "", 4, ""])

    [request] = sheet.requests
    assert texts(sheet) == [("A3", "A3（要請ID）が空です。書いてください。")]
    assert len(request.lines) == 1


def test_rows_of_one_request_must_not_contradict_each_other(
    read_requests: Callable[..., Any],
) -> None:
    sheet = read_requests(ROW, changed(D="別の事業", B="202029"))

    assert sorted(texts(sheet)) == [
        ("B3", "B3「202029」は同じ要請のB2と違います。同じにするか、空にしてください。"),
        ("D3", "D3「別の事業」は同じ要請のD2と違います。同じにするか、空にしてください。"),
    ]


def test_a_line_number_stands_once(read_requests: Callable[..., Any]) -> None:
    sheet = read_requests(changed(E=1), changed(E=1))

    assert texts(sheet) == [
        ("E3", "E3「1」の枠番号はE2にもあります。別の番号にするか、空にしてください。")
    ]


def test_a_request_has_at_most_fifty_lines(read_requests: Callable[..., Any]) -> None:
    sheet = read_requests(*[ROW] * 51)

    assert texts(sheet) == [("A2", "A2「R-1」には多すぎます（50まで）。減らしてください。")]


@pytest.mark.parametrize(
    ("exclusive", "vendors", "cell", "text"),
    [
        (
            "たぶん",
            "",
            "E2",
            "E2「たぶん」は選べません。はい、いいえ のどれかにしてください。",
        ),
        (
            "",
            "8000000000001、8000000000001",
            "F2",
            "F2「8000000000001、8000000000001」に「8000000000001」が2回あります。"
            "一つにしてください。",
        ),
        (
            "",
            "1000000000001",
            "F2",
            "F2「1000000000001」の「1000000000001」は先頭の検査数字が合いません。"
            "あとの12桁が正しければ 8000000000001 です。番号を確かめてください。",
        ),
    ],
)
def test_a_bad_condition_says_where_what_and_how(
    read_requests: Callable[..., Any], exclusive: str, vendors: str, cell: str, text: str
) -> None:
    head = ["要請ID", "コード", "事業名", "役割", "専任", "関係する事業者", "2026-07"]

    sheet = read_requests(["R-1", "202011", "窓口", "PM", exclusive, vendors, 8], head=head)

    assert texts(sheet) == [(cell, text)]


def test_vendors_that_differ_between_rows_of_a_request_are_told(
    read_requests: Callable[..., Any],
) -> None:
    head = ["要請ID", "コード", "事業名", "役割", "専任", "関係する事業者", "2026-07"]
    first = ["R-1", "202011", "窓口", "PM", "はい", "8000000000001", 8]

    sheet = read_requests(first, ["R-1", "", "", "PM", "", "7000000000002", 8], head=head)

    assert texts(sheet) == [
        ("F3", "F3「7000000000002」は同じ要請のF2と違います。同じにするか、空にしてください。")
    ]
