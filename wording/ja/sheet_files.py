"""What is wrong with a file of a sheet, and what was read of it."""

SHEET_FILES: dict[str, str] = {
    "file_missing": "ファイルがありません。\n場所と名前を確かめてください。",
    "file_type": (
        "Excelブック（.xlsx）でもCSVでもありません。\nExcelで開き、.xlsxで保存し直してください。"
    ),
    "file_other": "{what}です。\n表を「Excelブック（.xlsx）」として保存し直してください。",
    "file_zipped": "圧縮フォルダー（.zip）です。\n展開して、中の表を選んでください。",
    "file_locked": (
        "開けません（ほかのアプリで開いているか、読む権限がありません）。"
        "\n"
        "閉じるか、権限を確かめてください。"
    ),
    "file_encrypted": "パスワードで保護されています。\nExcelで保護を外して保存し直してください。",
    "file_damaged": "壊れていて読めません。\nExcelで開き、別の名前で保存し直してください。",
    "file_empty": "何も入っていません。\nひな型に書き込んで保存してください。",
    "file_too_large": "大きすぎます（{limit}まで）。\nいくつかのファイルに分けてください。",
    "rows_too_many": (
        "{at}が、扱える大きさ（{rows:number}行、{columns:number}列まで）の外にあります。"
        "\n"
        "ファイルを分けるか、離れた場所の不要なセルを消してください。"
    ),
    "encoding": (
        "{row}行目の文字が読めません。\n「CSV UTF-8（コンマ区切り）」で保存し直してください。"
    ),
    "csv_quote": (
        '{at}の引用符（"）が閉じていないので、続きの行が一つのセルになります。'
        "\n"
        "引用符を閉じるか消してください。"
    ),
    "plan_workbook": (
        "これは配置計画を書き出したファイルで、記入用の表ではありません。"
        "\n"
        "記入用の表は talentpool export 表.xlsx --what {what} で書き出してください。"
    ),
    "sheet_missing": (
        "「{name}」というシートは一つに決まりません。\n{sheets:names|quoted}から選んでください。"
    ),
    "sheet_unclear": (
        "読める表が{sheets:names|quoted}にあり、どれか分かりません。\n"
        "読む表を前に出して保存するか、import に --sheet '{name}' のように付けてください"
        "（plan なら --requests-sheet か --talents-sheet）。"
    ),
    "sheet_hidden": (
        "読める表は非表示のシート{sheets:names|quoted}にしかありません。\n"
        "再表示して保存するか、import に --sheet '{name}' のように付けてください"
        "（plan なら --requests-sheet か --talents-sheet）。"
    ),
    "table_missing": (
        "{sheets:names|quoted}に{kind:sheet_kind}の見出しが見つかりません。"
        "\n"
        "{needed:column}と月（2026-04 など）の見出しがある表にしてください。"
    ),
    "code_zero": "{at}の先頭の0が消えていたので、{code}（{code:place}）と読みました。",
    "code_guessed": (
        "{at}は5けたなので、末尾の検査数字を足した{code}（{code:place}）と読みました。"
    ),
    "columns_left_out": "知らない見出しの列は読んでいません：{columns:some|10|列}。",
    "sheet_others": (
        "前に出ているシートを読みました。ほかにも読める表があります：{sheets:names|quoted}。"
    ),
    "skipped_example": (
        "見本の行は読んでいません：{rows:some|5|行}。要請や人材なら、IDを書いてください。"
    ),
    "skipped_total": "合計の行は読んでいません：{rows:some|5|行}。",
    "skipped_remark": "注記の行は読んでいません：{rows:some|5|行}。",
    "skipped_header": "繰り返された見出しの行は読んでいません：{rows:some|5|行}。",
    "rows_joined": "要請IDが空の{count}行は、上の要請の続きとして読みました：{rows:first|5}。",
    "hidden_rows": "非表示の{count}行も読みました：{which:some|8|}行目。",
    "hidden_columns": "非表示の{count}列も読みました：{which:some|8|}。",
    "encoding_found": "文字コードは{encoding}として読みました。",
    "row_number": "{row}行目",
    "row_titled": "{row}行目（{title}）",
    "rows_of_request": "{request_id}（{rows}行目）",
    "file_kind_pdf": "PDF",
    "file_kind_rtf": "文書（.rtf）",
    "file_kind_html": "ウェブページ（HTML）",
    "file_kind_xml": "XMLファイル",
    "file_kind_xls": "古いExcelブック（.xls）",
    "file_kind_xlsb": "バイナリ形式のブック（.xlsb）",
    "file_kind_ods": "OpenDocumentの表（.ods）",
    "file_kind_numbers": "Numbersの表（.numbers）",
    "file_kind_word": "Wordの文書",
    "file_kind_powerpoint": "PowerPointの資料",
}
