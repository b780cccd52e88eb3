"""What is wrong with a value that somebody wrote: what, and on the next line how to mend it."""

TYPED: dict[str, str] = {
    "too_long": "{at}は長すぎます。\n{limit}字までにしてください。",
    "id_form": (
        "{at}は番号として使えません。\n英数字と . _ - だけで、64字までにしてください（例 R8-001）。"
    ),
    "choice": "{at}は選べません。\n{of:choices} のどれかにしてください。",
    "number": (
        "{at}は{low:number}から{high:number}までの整数ではありません。\n"
        "{low:number}から{high:number}までの整数を書いてください。"
    ),
    "hours_form": "{at}は時間ではありません。\n7.75 か 7:45 のように書いてください。",
    "hours_step": (
        "{at}は15分の倍数ではありません。\n"
        "{below:decimal}（{below:hours}）か{above:decimal}（{above:hours}）"
        "にしてください。"
    ),
    "hours_range": "{at}は0から{limit:number}時間の間ではありません。\n時間を確かめてください。",
    "hours_comma": (
        "{at}のコンマの後は3けたではありません。\n"
        "{point}か{without}か、小数点を使って書いてください。"
    ),
    "made_a_date": (
        "{at}は日付になっています（8-1 のような入力は、表計算ソフトが日付に変えます）"
        "。\n"
        "セルの表示形式を「文字列」にして、書き直してください。"
    ),
    "month_form": "{at}は月ではありません。\n2026-12 のように書いてください。",
    "month_number": (
        "{at}は{january}か{october}か分かりません（2027.10 は 2027.1 になります）"
        "。\n"
        "{january} か {october} と書いてください。"
    ),
    "month_year": "{at}に年がありません。\n2026-12 のように、年も書いてください。",
    "month_none": "{at}という月や日はありません。\n2026-12 のように書いてください。",
    "skill": (
        "{at:of}「{part}」はスキルとして読めません。\n"
        "「業務改革:3」のように、40字までの名前と1から5のレベルを書いてください。"
    ),
    "skill_digit": (
        "{at:of}「{part}」の数字がレベルか名前の一部か分かりません。\n"
        "レベルなら「{name}:{digit}」、名前なら「{part}:1」のように書いてください。"
    ),
    "repeated": "{at}に「{part}」が2回あります。\n一つにしてください。",
    "corporate_form": "{at:of}「{part}」は法人番号ではありません。\n13桁の数字にしてください。",
    "corporate_short": (
        "{at:of}「{part}」は12桁です。\n会社法人等番号なら、法人番号は {right} です。"
    ),
    "corporate_digit": (
        "{at:of}「{part}」は先頭の検査数字が合いません。\n"
        "あとの12桁が正しければ {right} です。番号を確かめてください。"
    ),
    "code_form": "{at}は市区町村コードではありません。\n6けたの数字にしてください。{hint:run}",
    "code_either": "{at}は5けたで、一つに決まりません。\n6けたで書いてください。{hint:run}",
    "code_digit": "{at}は末尾の検査数字が合いません。\nコードを確かめてください。{hint:run}",
    "code_unknown": "{at}というコードの市区町村はありません。\nコードを確かめてください。",
    "place_stranger": (
        "{at}は{home:place}にあり、{pool:territory}ではありません。\n"
        "この人材プールの市区町村にしてください。"
    ),
    "name_unknown": (
        "{at}という市区町村は{pool:territory}にありません。\n"
        "{hint:run}名前かコードを確かめてください。"
    ),
    "name_ambiguous": "{at}は一つに決まりません。\nコードを書いてください。{hint:run}",
    "too_many": "{at}には多すぎます（{limit}まで）。\n減らしてください。",
    "hours_many": "{at}は大きすぎます。\n1か月の時間を書いてください（1人なら744時間まで）。",
    "day_form": "{at}は日ではありません。\n2026-12-28 のように書いてください。",
    "days_order": "{at}は期間として読めません。\n早い日を先に、{most}日までで書いてください。",
    "months_order": "{at}は終わりの月が始まりより前です。\n前後を入れ替えてください。",
    "hours_negative": "{at}：時間は0以上で書いてください。",
    "whole_number": "{at}は整数ではありません。\n20 のような0以上の整数を書いてください。",
    "json_form": "{at}はJSONとして読めません（{column}文字目）。",
    "only_json": "{at}：ここはJSONで書きます。\n時間なら --hours 2026-12=24 が使えます。",
    "code_is": "{code:place}なら{code}です。",
    "role_repeated": "{at}に「{role:role_name}」が2回あります。\n一つにしてください。",
    "quoted": "「{text}」",
    "in_cell": "{cell}「{text}」",
    "line_has_no_hours": '要請枠「{text}」に時間がありません。\n例："{example}"',
    "line_unreadable": '要請枠「{text}」の「{word}」が読めません。\n例："{example}"',
    "field_unknown": "「{name}」という項目はありません。\n次から選んでください：{near:fields}",
    "field_fixed": "{name:field}（{name}）は変えられません。",
    "field_of_line": (
        "「{name}」（{field:field}）は要請枠の項目です。\n"
        "枠の番号を付けて 1.{field}=値 のように書いてください。"
    ),
    "which_of_pools": "人材プールがいくつかあります。--pool に {pools} のどれかを付けてください",
    "no_such_pool": (
        "「{text}」というプールはありません。都道府県コード2桁（長野県は 20）で書いてください"
    ),
    "setting_unreadable": (
        "設定「{text}」が読めません。名前=値（例 need.island=20）で、名前は "
        "{near} から選んでください"
    ),
    "natures_missing": (
        "業務の性質がありません。project,advice のように並べるか、すべてなら "
        "all、何もさせないなら none と書いてください"
    ),
    "setting_number": "「{name}={text}」：0以上の整数で書いてください（例 {name}=20）",
    "choice_of_codes": "{at}は選べません。\n{of:coded_choices} のどれかにしてください。",
    "field_value": "{name:field}「{text}」",
}
