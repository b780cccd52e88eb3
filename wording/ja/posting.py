"""What posting says, and what it refuses of what was typed."""

POSTING: dict[str, str] = {
    "request_posted": "✓ 支援要請 {ids} を受け付けました（プール{pool_id}）。",
    "talent_posted": "✓ 人材 {ids} を受け付けました（プール{pool_id}）。",
    "vendors_of_request": "関係する事業者　{vendors}（ここに雇われている人材は配置しません）",
    "line_posted": "要請枠{line}　{role:role}　{hours:grouped}時間（{months}）",
    "posted_exclusive": "　専任",
    "posted_on_site": "　訪問{percent}%",
    "capacity_of_talent": "稼働可能時間　{months}",
    "talent_without_capacity": "稼働可能時間　なし",
    "employer_of_talent": "雇用元　{employer}",
    "training_of_talent": "研修　{training}",
    "training_waived": "免除（{reason}）",
    "training_done": "修了（{month} から配置できる）",
    "post_once_more": "もう一度登録しますか",
    "nothing_posted": "登録していません。",
    "file_or_options": "--file と他の項目は一緒に書けません。どちらかにしてください",
    "contact_without_name": "--mail や --note には --name が要ります",
    "no_role_given": "役割がありません。例：{example}",
    "one_role_only": (
        "--role は1つだけです。要請枠が2つ以上なら --line を枠の数だけ書いてください。例："
        '--line "pm 8h" --line "{example}"'
    ),
    "role_without_hours": (
        "--role には --hours が要ります（例 --hours 2026-12=16、毎月なら --hours 16）"
    ),
    "hours_without_role": (
        "--hours などは --role と一緒に書きます。--line の時間は --line の中に書いてください"
    ),
    "no_line_given": "要請枠がありません。例：{example}",
    "contract_ends_before": (
        "契約の終わり {last} が始まり {first} より前です。--from と --until を確かめてください"
    ),
    "one_name_only": "--name は人材が1人のときだけ使えます",
    "person_file_or_options": "--person と --name・--mail・--note は一緒に書けません",
    "person_file_form": (
        '{file} は {{"name": "…", "mail": "…", "note": "…"}} の形で書いてください'
    ),
    "file_holds_nothing": "{file} の中身が空です",
    "file_unreadable": "{file} を読めません（{why}）。ファイルの名前を確かめてください",
    "file_not_utf8": "{file} はUTF-8ではありません。UTF-8で保存してください",
    "file_not_json": "{file} の{line}行{column}文字目がJSONとして読めません",
    "file_too_deep": "{file} は入れ子が深すぎます",
}
