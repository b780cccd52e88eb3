"""The sentences of the faults: for each code (what, how) in Japanese and in English."""

from producers.spreadsheets.file_messages import FILE_MESSAGES, Sentences

MESSAGES: dict[str, Sentences] = {
    **FILE_MESSAGES,
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
    "month_beyond": (
        ("{at}は{last}より先の月です。書き違いなら、見出しを直してください。", ""),
        ("{at} is a month after {last}. Mend the header where it is a slip.", ""),
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
}
