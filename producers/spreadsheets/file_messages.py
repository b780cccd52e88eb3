"""The sentences about files, and about what was read of them: (what, how), Japanese, English."""

Sentences = tuple[tuple[str, str], tuple[str, str]]

FILE_MESSAGES: dict[str, Sentences] = {
    # The file
    "file_missing": (
        ("ファイルがありません。", "場所と名前を確かめてください。"),
        ("There is no such file.", "Check its place and name."),
    ),
    "file_type": (
        (
            "Excelブック（.xlsx）でもCSVでもありません。",
            "Excelで開き、.xlsxで保存し直してください。",
        ),
        ("This is neither an Excel workbook (.xlsx) nor CSV.", "Save it as .xlsx from Excel."),
    ),
    "file_other": (
        ("{ja}です。", "表を「Excelブック（.xlsx）」として保存し直してください。"),
        ("This is {en}.", "Save the table as an Excel workbook (.xlsx)."),
    ),
    "file_zipped": (
        ("圧縮フォルダー（.zip）です。", "展開して、中の表を選んでください。"),
        ("This is a zip of files.", "Unpack it and choose the sheet in it."),
    ),
    "file_locked": (
        (
            "開けません（ほかのアプリで開いているか、読む権限がありません）。",
            "閉じるか、権限を確かめてください。",
        ),
        (
            "The file cannot be opened: another program has it, or you may not read it.",
            "Close it there, or check who may read it.",
        ),
    ),
    "file_encrypted": (
        ("パスワードで保護されています。", "Excelで保護を外して保存し直してください。"),
        ("The workbook is protected by a password.", "Remove it in Excel and save again."),
    ),
    "file_damaged": (
        ("壊れていて読めません。", "Excelで開き、別の名前で保存し直してください。"),
        ("The file is damaged.", "Open it in Excel and save it under another name."),
    ),
    "file_empty": (
        ("何も入っていません。", "ひな型に書き込んで保存してください。"),
        ("There is nothing in it.", "Fill in the template and save it."),
    ),
    "file_too_large": (
        ("大きすぎます（{limit}まで）。", "いくつかのファイルに分けてください。"),
        ("The file is too large (limit {limit}).", "Divide it into several files."),
    ),
    "rows_too_many": (
        (
            "{at}が、扱える大きさ（{rows}行、{columns}列まで）の外にあります。",
            "ファイルを分けるか、離れた場所の不要なセルを消してください。",
        ),
        (
            "{at} lies beyond {rows} rows and {columns} columns, the most that is read.",
            "Divide the file, or delete stray cells far from the table.",
        ),
    ),
    "encoding": (
        (
            "{row}行目の文字が読めません。",
            "「CSV UTF-8（コンマ区切り）」で保存し直してください。",
        ),
        ("Row {row} has characters that cannot be read.", "Save as “CSV UTF-8”."),
    ),
    "csv_quote": (
        (
            '{at}の引用符（"）が閉じていないので、続きの行が一つのセルになります。',
            "引用符を閉じるか消してください。",
        ),
        (
            'The quote (") of {at} is not closed: the rows after it become part of that cell.',
            "Close the quote or delete it.",
        ),
    ),
    # Which table
    "plan_workbook": (
        (
            "これは配置計画を書き出したファイルで、記入用の表ではありません。",
            "記入用の表は talentpool export 表.xlsx --what {what} で書き出してください。",
        ),
        (
            "This is an exported plan and no sheet to fill in.",
            "Write one with talentpool export sheet.xlsx --what {what}.",
        ),
    ),
    "sheet_missing": (
        ("「{name}」というシートは一つに決まりません。", "{sheets}から選んでください。"),
        ("“{name}” does not name one sheet.", "Choose one of {sheets}."),
    ),
    "sheet_unclear": (
        (
            "読める表が{sheets}にあり、どれか分かりません。",
            "読む表を前に出して保存するか、import に --sheet '{name}' のように付けてください。",
        ),
        (
            "There are tables on {sheets}, and it is not clear which is meant.",
            "Save with the right one in front, or give import --sheet '{name}'.",
        ),
    ),
    "sheet_hidden": (
        (
            "読める表は非表示のシート{sheets}にしかありません。",
            "再表示して保存するか、import に --sheet '{name}' のように付けてください。",
        ),
        (
            "The only table is on a hidden sheet: {sheets}.",
            "Show it and save, or give import --sheet '{name}'.",
        ),
    ),
    "table_missing": (
        (
            "{sheets}に{kind}の見出しが見つかりません。",
            "{needed}と月（2026-04 など）の見出しがある表にしてください。",
        ),
        (
            "There is no header of {kind} on {sheets}.",
            "It needs the columns {needed}, and months such as 2026-04.",
        ),
    ),
    # Notes
    "code_zero": (
        ("{at}の先頭の0が消えていたので、{code}（{name}）と読みました。", ""),
        ("{at} had lost its leading zero; read as {code} ({name}).", ""),
    ),
    "code_guessed": (
        ("{at}は5けたなので、末尾の検査数字を足した{code}（{name}）と読みました。", ""),
        ("{at} lacked its check digit; read as {code} ({name}).", ""),
    ),
    "columns_left_out": (
        ("知らない見出しの列は読んでいません：{columns}。", ""),
        ("Columns with unknown headers were left out: {columns}.", ""),
    ),
    "sheet_others": (
        ("前に出ているシートを読みました。ほかにも読める表があります：{sheets}。", ""),
        ("The sheet in front was read; there are other tables on {sheets}.", ""),
    ),
    "skipped_example": (
        ("見本の行は読んでいません：{rows}{more}。要請や人材なら、IDを書いてください。", ""),
        ("Example rows were left out: {rows}{more}. Write an ID where it is none.", ""),
    ),
    "skipped_total": (
        ("合計の行は読んでいません：{rows}{more}。", ""),
        ("Rows of totals were left out: {rows}{more}.", ""),
    ),
    "skipped_remark": (
        ("注記の行は読んでいません：{rows}{more}。", ""),
        ("Rows of remarks were left out: {rows}{more}.", ""),
    ),
    "skipped_header": (
        ("繰り返された見出しの行は読んでいません：{rows}{more}。", ""),
        ("Headers that are repeated were left out: {rows}{more}.", ""),
    ),
    "rows_joined": (
        ("要請IDが空の{count}行は、上の要請の続きとして読みました：{rows}。", ""),
        ("{count} rows without an ID were read as part of the request above: {rows}.", ""),
    ),
    "hidden_rows": (
        ("非表示の{count}行も読みました：{which}行目。", ""),
        ("{count} hidden rows were read too: {which}.", ""),
    ),
    "hidden_columns": (
        ("非表示の{count}列も読みました：{which}。", ""),
        ("{count} hidden columns were read too: {which}.", ""),
    ),
    "encoding_found": (
        ("文字コードは{encoding}として読みました。", ""),
        ("Read as {encoding}.", ""),
    ),
}
