"""Rows of a sheet become requests, or sentences that say what to mend where."""

from datetime import date, time, timedelta

import pytest

from models.entities import Nature, Role

ROW = ["R-1", "202011", "", "統合アプリ", "", "PM", "", 8, ""]


def changed(**cells):
    """The good row with some cells changed, by column letter."""
    row = list(ROW)
    for letter, value in cells.items():
        row[ord(letter) - ord("A")] = value
    return row


def texts(sheet):
    return [(fault.cell, fault.text) for fault in sheet.faults]


def test_one_row_is_a_request_with_one_line(read_requests):
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


def test_rows_with_the_same_id_and_rows_without_one_continue_the_request(read_requests):
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


def test_line_numbers_are_kept_and_the_free_ones_are_given_out(read_requests):
    sheet = read_requests(changed(E=2), ["R-1", "", "", "", "", "エンジニア", "", 40, ""])

    [request] = sheet.requests
    assert [(line.line, line.role) for line in request.lines] == [
        (1, Role.ENGINEER),
        (2, Role.PM),
    ]


def test_a_request_may_come_from_several_municipalities_or_from_the_prefecture(read_requests):
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
def test_a_name_that_two_prefectures_share_means_the_pools_own(read_requests, name):
    [request] = read_requests(changed(B="", C=name)).requests

    assert request.municipalities == ("203050",)


def test_an_example_row_and_blank_rows_are_not_read(read_requests):
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
def test_hours_are_read_as_offices_write_them(read_requests, cell, quarters):
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
def test_month_headers_are_understood_as_spreadsheets_rewrite_them(read_requests, head, month):
    header = ["要請ID", "コード", "事業名", "役割", head]

    [request] = read_requests(["R-1", "202011", "題", "PM", 8], head=header).requests

    assert list(request.lines[0].hours) == [month]


def test_titles_are_kept_as_written_while_codes_and_choices_are_folded(read_requests):
    title = "髙﨑 ﾃﾞｼﾞﾀﾙ①Ⅲ"
    sheet = read_requests(changed(A="Ｒ－１", B="２０２０１１", D=f"  {title} ", F="ＰＭ"))

    [request] = sheet.requests
    assert request.title == title
    assert (request.request_id, request.municipalities) == ("R-1", ("202011",))


def test_a_number_cell_is_a_code(read_requests):
    [request] = read_requests(changed(B=202011.0)).requests

    assert request.municipalities == ("202011",)


def test_a_leading_zero_that_a_spreadsheet_ate_is_put_back_and_said(read_requests):
    sheet = read_requests(changed(B=11002.0), pool_id="01")

    [request] = sheet.requests
    assert request.municipalities == ("011002",)
    assert [note.text for note in sheet.notes] == [
        "B2「11002」の先頭の0が消えていたので、011002（札幌市）と読みました。"
    ]


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
            {"B": "20217"},
            "B2",
            "B2「20217」は5けたです。末尾の検査数字を足した6けたにしてください。佐久市なら202177です。",
        ),
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
def test_a_bad_cell_says_where_what_and_how(read_requests, cells, cell, text):
    sheet = read_requests(changed(**cells))

    assert texts(sheet) == [(cell, text)]
    assert sheet.requests == ()


def test_faults_are_said_in_english_too(read_requests):
    sheet = read_requests(changed(H=7.3, F="boss"), lang="en")

    assert sorted(texts(sheet)) == [
        (
            "F2",
            "F2 “boss” is not one of the choices. Choose one of: Producer, Project manager, "
            "Engineer and service designer.",
        ),
        ("H2", "H2 “7.3” is not a multiple of 15 minutes. Write 7.25 or 7.5."),
    ]


def test_an_ambiguous_name_is_asked_for_its_code(places):
    from producers.spreadsheets.cells import Unfit
    from producers.spreadsheets.municipalities import Municipalities

    everywhere = Municipalities(places, None, "ja")

    with pytest.raises(Unfit) as unfit:
        everywhere.by_name("南牧村")
    assert unfit.value.code == "name_ambiguous"
    assert unfit.value.words["hint"] == (
        "南牧村（群馬県）なら103837です。南牧村（長野県）なら203050です。"
    )


def test_all_faults_of_a_sheet_are_found_at_once_and_good_requests_stay(read_requests):
    sheet = read_requests(
        changed(A="R-1", H=7.3, F="課長"),
        changed(A="R-2"),
        changed(A="R-3", B="1"),
    )

    assert [fault.cell for fault in sheet.faults] == ["F2", "H2", "B4"]
    assert [r.request_id for r in sheet.requests] == ["R-2"]


def test_a_fault_in_one_row_holds_back_its_whole_request(read_requests):
    sheet = read_requests(ROW, ["R-1", "", "", "", "", "エンジニア", "", "x", ""])

    assert [fault.cell for fault in sheet.faults] == ["H3"]
    assert sheet.requests == ()


def test_a_row_without_an_id_at_the_top_is_asked_for_one(read_requests):
    sheet = read_requests(["", "", "", "", "", "PM", "", 8, ""])

    assert texts(sheet) == [
        ("A2", "A2が空で、上に要請がありません。要請IDを書いてください（例 R8-001）。")
    ]


def test_a_row_that_names_a_title_but_no_id_does_not_join_the_request_above(read_requests):
    sheet = read_requests(ROW, changed(A="", D="別の事業"), ["", "", "", "", "", "PM", "", 4, ""])

    [request] = sheet.requests
    assert texts(sheet) == [("A3", "A3（要請ID）が空です。書いてください。")]
    assert len(request.lines) == 1


def test_rows_of_one_request_must_not_contradict_each_other(read_requests):
    sheet = read_requests(ROW, changed(D="別の事業", B="202029"))

    assert sorted(texts(sheet)) == [
        ("B3", "B3「202029」は同じ要請のB2と違います。同じにするか、空にしてください。"),
        ("D3", "D3「別の事業」は同じ要請のD2と違います。同じにするか、空にしてください。"),
    ]


def test_a_line_number_stands_once(read_requests):
    sheet = read_requests(changed(E=1), changed(E=1))

    assert texts(sheet) == [
        ("E3", "E3「1」の枠番号はE2にもあります。別の番号にするか、空にしてください。")
    ]


def test_a_request_has_at_most_fifty_lines(read_requests):
    sheet = read_requests(*[ROW] * 51)

    assert texts(sheet) == [("A2", "A2「R-1」には多すぎます（50まで）。減らしてください。")]


def test_words_of_either_language_and_codes_are_choices(read_requests):
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
def test_a_bad_header_says_what_to_mend(read_requests, head, faults):
    sheet = read_requests(["1"] * len(head), head=head)

    assert [fault.cell for fault in sheet.faults] == [cell for cell, _ in faults]
    for fault, (_, text) in zip(sheet.faults, faults, strict=True):
        assert text in (None, fault.text)


def test_an_unused_column_does_not_matter(read_requests):
    head = ["要請ID", "コード", "事業名", "役割", "2026-06", "課の目じるし", "", "2026-07"]

    sheet = read_requests(["R-1", "202011", "題", "PM", "", "", "", 8], head=head)

    assert sheet.faults == ()
    assert len(sheet.requests) == 1


def test_progress_counts_rows(places):
    from producers.spreadsheets.files import Grid
    from producers.spreadsheets.reading import read_grid

    seen = []
    head = ["要請ID", "コード", "事業名", "役割", "2026-07"]
    rows = [head, *[[f"R-{n}", "202011", "題", "PM", 8] for n in range(3)]]
    read_grid(
        Grid(sheet="s", rows=rows),
        "requests",
        pool_id="20",
        first_month="2026-07",
        places=places,
        progress=lambda done, total: seen.append((done, total)),
    )

    assert seen == [(1, 3), (2, 3), (3, 3)]
