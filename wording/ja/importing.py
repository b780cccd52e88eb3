"""What an import and its undo say of themselves."""

IMPORTING: dict[str, str] = {
    "import_counts": (
        "新規 {new}件、変更 {amended}件、変更なし {unchanged}件、取り込めない {cannot}件"
    ),
    "import_newer": "、表より新しい {newer}件",
    "import_refused": "✕ 何も取り込んでいません（{counts}）。",
    "import_would_make": "取り込むとこうなります：{counts}。",
    "imported": "✓ 取り込みました：{counts}。",
    "import_same": "変わったところはありません（{counts}）。",
    "import_new": "新規 {id}　{title}",
    "import_amended": "変更 {id}　{changes}",
    "import_contact": "変更 {id}　{fields:field}",
    "import_more": "ほか{rest}件（--json で全部）",
    "row_is_older": (
        "△ {id} は表を書き出したあとに変わりました（表は第{exported}版、今は第{now}版）。こ"
        "の行は取り込みません。もう一度書き出して直してください"
    ),
    "request_cannot_be_imported": (
        "取り込めない {id}　取り下げ済みです。先に戻すには talentpool amend request {id} "
        "--pool {pool_id} --set status=open"
    ),
    "talent_cannot_be_imported": (
        "取り込めない {id}　離任済みです。先に戻すには talentpool amend talent {id} --pool "
        "{pool_id} --set status=active"
    ),
    "import_has_faults": "✕ 直すところが{count}か所あります。何も取り込んでいません。",
    "posting_now": "登録しています…",
    "too_many_undo_files": "{file} の取り消し用のファイルが多すぎます",
    "no_undo_file": (
        "{file} は取り消し用のファイルではありません。import が書いた .undo.json を指定してください"
    ),
    "undo_file_unwritable": (
        "{file} を書けません（{why}）。書き込めるフォルダーに表を移して、もう一度取り込んでください"
    ),
    "contact_of": "{talent_id} の氏名・連絡先",
    "name_of": "{talent_id} の氏名",
    "taken_back": "{done}件を元に戻します（そのまま {left}件）。",
    "would_be_taken_back": "{done}件が元に戻ります（そのまま {left}件）。",
    "what_is_taken_back": "元に戻す {names}",
    "what_is_left": (
        "△ そのまま {names}：取り込みのあとに変わったか、前には何もありませんでした。"
    ),
}
