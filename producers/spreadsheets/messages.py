"""The sentences of the faults: for each code (what, how) in Japanese and in English."""

Sentences = tuple[tuple[str, str], tuple[str, str]]

MESSAGES: dict[str, Sentences] = {
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
        ("{ja}です。", "Excelで開き、「Excelブック（.xlsx）」として保存し直してください。"),
        ("This is {en}.", "Open it in a spreadsheet program and save it as .xlsx."),
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
    "sheet_missing": (
        ("「{name}」というシートは一つに決まりません。", "{sheets}から選んでください。"),
        ("“{name}” does not name one sheet.", "Choose one of {sheets}."),
    ),
    "sheet_unclear": (
        (
            "読める表が{sheets}にあり、どれか分かりません。",
            "読む表を前に出して保存するか、import に --sheet「{name}」のように付けてください。",
        ),
        (
            "There are tables on {sheets}, and it is not clear which is meant.",
            "Save with the right one in front, or give import --sheet “{name}”.",
        ),
    ),
    "sheet_hidden": (
        (
            "読める表は非表示のシート{sheets}にしかありません。",
            "再表示して保存するか、import に --sheet「{name}」のように付けてください。",
        ),
        (
            "The only table is on a hidden sheet: {sheets}.",
            "Show it and save, or give import --sheet “{name}”.",
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
    # The header
    "column_missing": (
        ("列「{name}」がありません。", "ひな型の見出しを使ってください。"),
        ("Column “{name}” is missing.", "Use the header of the template."),
    ),
    "months_missing": (
        ("月の列がありません。", "「{example}」のような見出しの列に時間を書いてください。"),
        ("There is no column for a month.", "Write hours below headers such as {example}."),
    ),
    "column_unknown": (
        ("{at}は知らない見出しです。", "{hint}列を消すか、ひな型の見出しにしてください。"),
        ("{at} is not a known header.", "{hint}Delete the column or use the template's header."),
    ),
    "column_twice": (
        ("{at}は{first}と同じ列です。", "どちらかを消してください。"),
        ("{at} is the same column as {first}.", "Delete one of them."),
    ),
    "month_far": (
        ("{at}は扱える月（{first}から{last}）の外です。", "時間を消すか、見出しを直してください。"),
        ("{at} lies outside {first} to {last}.", "Delete its hours or mend the header."),
    ),
    # Cells
    "cell_error": (
        ("{at}は数式の誤りで、値がありません。", "数式を直すか、値を書いてください。"),
        ("{at} is an error and has no value.", "Mend the formula, or write the value."),
    ),
    "formula_unknown": (
        (
            "{at}の数式は、まだ計算されていません。",
            "Excelで開いて保存し直すか、値を書いてください。",
        ),
        ("The formula of {at} has no value yet.", "Open it in Excel and save, or write the value."),
    ),
    "cell_damaged": (
        ("{at}の中身が壊れています。", "書き直してください。"),
        ("{at} is damaged.", "Write it again."),
    ),
    "merged_hours": (
        (
            "{at}は{until}まで結合されていて、どの月・行の時間か分かりません。",
            "結合を解除し、月ごと・行ごとに時間を書いてください。",
        ),
        (
            "{at} is merged up to {until}: nobody can tell the hours of each month and row.",
            "Unmerge it and write the hours of each.",
        ),
    ),
    "merged_columns": (
        (
            "{at}は{until}まで、ほかの列と結合されています。",
            "結合を解除し、列ごとに書いてください。",
        ),
        ("{at} is merged with other columns up to {until}.", "Unmerge it and fill in each."),
    ),
    "empty": (
        ("{at}（{name}）が空です。", "書いてください。"),
        ("{at} ({name}) is empty.", "Fill it in."),
    ),
    "too_long": (
        ("{at}は長すぎます。", "{limit}字までにしてください。"),
        ("{at} is too long.", "At most {limit} characters."),
    ),
    "id_form": (
        (
            "{at}は番号として使えません。",
            "英数字と . _ - だけで、64字までにしてください（例 R8-001）。",
        ),
        ("{at} cannot be an ID.", "Use letters, digits and . _ - only, at most 64 (R8-001)."),
    ),
    "id_twice": (
        ("{at}は{first}にもあります。", "人材ごとに1行にしてください。"),
        ("{at} stands in {first} too.", "Write one row for each talent."),
    ),
    "row_sorted": (
        (
            "{at}が空です。並べ替えられた表なので、上の要請{ident}の続きか分かりません。",
            "この行の要請IDを書いてください。",
        ),
        (
            "{at} is empty in a sheet that was sorted: it may be no part of {ident} above.",
            "Write the request ID of this row.",
        ),
    ),
    "row_alone": (
        ("{at}が空で、上に要請がありません。", "要請IDを書いてください（例 R8-001）。"),
        ("{at} is empty and no request stands above.", "Write a request ID (R8-001)."),
    ),
    "choice": (
        ("{at}は選べません。", "{options} のどれかにしてください。"),
        ("{at} is not one of the choices.", "Choose one of: {options}."),
    ),
    "number": (
        (
            "{at}は{low}から{high}までの整数ではありません。",
            "{low}から{high}までの整数を書いてください。",
        ),
        ("{at} is not a whole number from {low} to {high}.", "Write one."),
    ),
    "hours_form": (
        ("{at}は時間ではありません。", "7.75 か 7:45 のように書いてください。"),
        ("{at} is not a number of hours.", "Write hours such as 7.75 or 7:45."),
    ),
    "hours_step": (
        (
            "{at}は15分の倍数ではありません。",
            "{below}（{below_spoken}）か{above}（{above_spoken}）にしてください。",
        ),
        ("{at} is not a multiple of 15 minutes.", "Write {below} or {above}."),
    ),
    "hours_range": (
        ("{at}は0から{limit}時間の間ではありません。", "時間を確かめてください。"),
        ("{at} is not between 0 and {limit} hours.", "Check the hours."),
    ),
    "hours_comma": (
        (
            "{at}のコンマの後は3けたではありません。",
            "{point}か{without}か、小数点を使って書いてください。",
        ),
        ("{at} has a comma before fewer or more than three digits.", "Write {point} or {without}."),
    ),
    "made_a_date": (
        (
            "{at}は日付になっています（8-1 のような入力は、表計算ソフトが日付に変えます）。",
            "セルの表示形式を「文字列」にして、書き直してください。",
        ),
        (
            "{at} is a date: spreadsheet programs make dates of what is typed as 8-1.",
            "Format the cell as text and type it again.",
        ),
    ),
    "no_hours": (
        ("{at}の枠に時間がありません。", "どれかの月に時間を書いてください。"),
        ("{at} asks for no hours.", "Write hours in some month."),
    ),
    "no_capacity": (
        ("{at}の人材に働ける時間がありません。", "どれかの月に時間を書いてください。"),
        ("{at} has no hours to work.", "Write hours in some month."),
    ),
    "month_form": (
        ("{at}は月ではありません。", "2026-04 のように書いてください。"),
        ("{at} is not a month.", "Write it as 2026-04."),
    ),
    "month_number": (
        (
            "{at}は{january}か{october}か分かりません（2027.10 は 2027.1 になります）。",
            "{january} か {october} と書いてください。",
        ),
        (
            "{at} may be {january} or {october}: a spreadsheet makes 2027.1 of 2027.10.",
            "Write {january} or {october}.",
        ),
    ),
    "month_year": (
        ("{at}に年がありません。", "2026-12 のように、年も書いてください。"),
        ("{at} has no year.", "Write it as 2026-12."),
    ),
    "month_none": (
        ("{at}という月や日はありません。", "2026-12 のように書いてください。"),
        ("{at} is no month or day.", "Write it as 2026-12."),
    ),
    "contract_order": (
        ("{at}は契約開始月（{first}）より前です。", "契約の期間を確かめてください。"),
        ("{at} is before the contract begins ({first}).", "Check the contract."),
    ),
    "skill": (
        (
            "{at}の「{part}」はスキルとして読めません。",
            "「業務改革:3」のように、40字までの名前と1から5のレベルを書いてください。",
        ),
        (
            "{at}: “{part}” is not a skill.",
            "Write a name of at most 40 characters and a level from 1 to 5, as 業務改革:3.",
        ),
    ),
    "skill_digit": (
        (
            "{at}の「{part}」の数字がレベルか名前の一部か分かりません。",
            "レベルなら「{name}:{digit}」、名前なら「{part}:1」のように書いてください。",
        ),
        (
            "{at}: the digit of “{part}” may be a level or part of the name.",
            "Write {name}:{digit} where it is the level, {part}:1 where it is the name.",
        ),
    ),
    "repeated": (
        ("{at}に「{part}」が2回あります。", "一つにしてください。"),
        ("{at} names “{part}” twice.", "Name it once."),
    ),
    "corporate_form": (
        ("{at}の「{part}」は法人番号ではありません。", "13桁の数字にしてください。"),
        ("{at}: “{part}” is not a corporate number.", "Write its 13 digits."),
    ),
    "corporate_short": (
        ("{at}の「{part}」は12桁です。", "会社法人等番号なら、法人番号は{right}です。"),
        ("{at}: “{part}” has 12 digits.", "With its check digit it is {right}."),
    ),
    "corporate_digit": (
        (
            "{at}の「{part}」は先頭の検査数字が合いません。",
            "あとの12桁が正しければ{right}です。番号を確かめてください。",
        ),
        (
            "{at}: “{part}” has a wrong check digit.",
            "If the other twelve are right it is {right}. Check the number.",
        ),
    ),
    # Municipalities
    "code_form": (
        ("{at}は市区町村コードではありません。", "6けたの数字にしてください。{hint}"),
        ("{at} is not a municipality code.", "Write six digits. {hint}"),
    ),
    "code_either": (
        ("{at}は5けたで、一つに決まりません。", "6けたで書いてください。{hint}"),
        ("{at} has five digits and may be two places.", "Write six digits. {hint}"),
    ),
    "code_digit": (
        ("{at}は末尾の検査数字が合いません。", "コードを確かめてください。{hint}"),
        ("{at} has a wrong check digit.", "Check the code. {hint}"),
    ),
    "code_unknown": (
        ("{at}というコードの市区町村はありません。", "コードを確かめてください。"),
        ("{at} is nobody's code.", "Check the code."),
    ),
    "place_stranger": (
        (
            "{at}は{home}にあり、{pool}ではありません。",
            "この人材プールの市区町村にしてください。",
        ),
        ("{at} is in {home}, not in {pool}.", "Name a municipality of this pool."),
    ),
    "name_unknown": (
        ("{at}という市区町村は{pool}にありません。", "{hint}名前かコードを確かめてください。"),
        ("{at} is not a municipality of {pool}.", "{hint}Check the name or write the code."),
    ),
    "name_ambiguous": (
        ("{at}は一つに決まりません。", "コードを書いてください。{hint}"),
        ("{at} is not the name of one municipality.", "Write its code. {hint}"),
    ),
    "code_name_differ": (
        ("{at}は左のコード（{name}）と合いません。", "どちらかを直してください。"),
        ("{at} does not fit the code ({name}).", "Mend one of them."),
    ),
    "too_many": (
        ("{at}には多すぎます（{limit}まで）。", "減らしてください。"),
        ("{at} holds too many (limit {limit}).", "Remove some."),
    ),
    # Rows together
    "differs": (
        ("{at}は同じ要請の{first}と違います。", "同じにするか、空にしてください。"),
        ("{at} differs from {first} of the same request.", "Make them equal, or leave it empty."),
    ),
    "line_twice": (
        ("{at}の枠番号は{first}にもあります。", "別の番号にするか、空にしてください。"),
        ("{at}: the line number stands in {first} too.", "Use another, or leave it empty."),
    ),
    "refused": (
        ("{at}の行は受け付けられません（{why}）。", "ひな型の見本と比べてください。"),
        ("The row of {at} is refused ({why}).", "Compare it with the template's example."),
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
