"""What the frame of the command line says: usage, settings, and the ends of a call."""

CLI: dict[str, str] = {
    "setting_wrong": "設定 {name} {wrong}（{means}）",
    "settings_wrong": "設定{wrong}",
    "argument_sign": "{n}番目の引数に制御文字 {sign} があります。消してください",
    "timezone_unknown": "という時間帯はありません。Asia/Tokyo のように書いてください",
    "password_file_unreadable": "：パスワードのファイルが読めません（{error}）",
    "usage_missing_option": "{name} がありません。付けてください。",
    "usage_missing_argument": "{name} がありません。書いてください。",
    "usage_no_option": "{name} という指定はありません。{near}",
    "usage_no_command": "「{name}」という命令はありません。{near}",
    "usage_missing_command": "命令がありません。{near}",
    "usage_near": "もしかして：{names:or}",
    "usage_choose": "次から選べます：{names}",
    "usage_needs_value": "{name} には値が要ります。",
    "usage_extra": "余分な引数があります：{words}。空白を含む値は引用符で囲んでください。",
    "usage_value": "{name} {wrong}",
    "usage_file_missing": "{name}：{path} というファイルはありません。",
    "usage_file_directory": "{name}：{path} はフォルダーです。ファイルを書いてください。",
    "usage_file_access": "{name}：{path} を読み書きする権限がありません。",
    "usage_wrong": "使い方が正しくありません。",
    "usage_how": "使い方：{command} --help",
    "aborted": "中止しました。",
    "sheet_reading": "{name} を読んでいます",
    "head_sheet": "シート",
    "head_cell": "セル",
    "head_what": "どこが違うか",
    "head_how": "直し方",
    "sheet_file_missing": (
        "{file} がありません。ファイルの名前を確かめてください。空の表は talentpool "
        "template requests {name} で作れます"
    ),
    "sheets_not_planned": "✕ 直すところが{n}か所あります。計画は作っていません。",
    "sheet_was_read": (
        "読んだ表：シート「{name}」（{kind:sheet_kind}）、見出しは{header}行目、"
        "プールは{pool:pool}、{months}、{rows}行。{counts:spaced}"
    ),
    "sheet_of_month": "{month:month}",
    "sheet_of_months": "{first:month}から{last:month}",
    "sheet_rows_left_out": "読まなかった行 {n}。",
    "sheet_rows_joined": "上の要請の続きとした行 {n}。",
}
