"""What is wrong in a sheet: in a cell, a row, its header; the mend is on the next line."""

SHEETS: dict[str, str] = {
    "column_missing": "列「{name:column}」がありません。\nひな型の見出しを使ってください。",
    "months_missing": (
        "月の列がありません。\n「{example}」のような見出しの列に時間を書いてください。"
    ),
    "column_unknown": (
        "{at}は知らない見出しです。\n{hint}列を消すか、ひな型の見出しにしてください。"
    ),
    "column_twice": "{at}は{first}と同じ列です。\nどちらかを消してください。",
    "month_far": (
        "{at}は扱える月（{first}から{last}）の外です。\n時間を消すか、見出しを直してください。"
    ),
    "month_beyond": "{at}は{last}より先の月です。書き違いなら、見出しを直してください。",
    "cell_error": "{at}は数式の誤りで、値がありません。\n数式を直すか、値を書いてください。",
    "formula_unknown": (
        "{at}の数式は、まだ計算されていません。\nExcelで開いて保存し直すか、値を書いてください。"
    ),
    "cell_damaged": "{at}の中身が壊れています。\n書き直してください。",
    "merged_hours": (
        "{at}は{until}まで結合されていて、どの月・行の時間か分かりません。\n"
        "結合を解除し、月ごと・行ごとに時間を書いてください。"
    ),
    "merged_columns": (
        "{at}は{until}まで、ほかの列と結合されています。\n結合を解除し、列ごとに書いてください。"
    ),
    "empty": "{at}（{name:column}）が空です。\n書いてください。",
    "id_twice": "{at}は{first}にもあります。\n人材ごとに1行にしてください。",
    "row_sorted": (
        "{at}が空です。並べ替えられた表なので、上の要請{ident}の続きか分かりません。"
        "\n"
        "この行の要請IDを書いてください。"
    ),
    "row_alone": "{at}が空で、上に要請がありません。\n要請IDを書いてください（例 R8-001）。",
    "no_hours": "{at}の枠に時間がありません。\nどれかの月に時間を書いてください。",
    "no_capacity": "{at}の人材に働ける時間がありません。\nどれかの月に時間を書いてください。",
    "contract_order": "{at}は契約開始月（{first}）より前です。\n契約の期間を確かめてください。",
    "code_name_differ": (
        "{at}は左のコード（{codes:place}）と合いません。\nどちらかを直してください。"
    ),
    "differs": "{at}は同じ要請の{first}と違います。\n同じにするか、空にしてください。",
    "line_twice": "{at}の枠番号は{first}にもあります。\n別の番号にするか、空にしてください。",
    "refused": "{at}の行は受け付けられません（{why:lines}）。\nひな型の見本と比べてください。",
    "is_it_column": "「{name:column}」ですか。",
}
