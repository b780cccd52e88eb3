"""A plan as people read it on a terminal."""

PLAN_PAGES: dict[str, str] = {
    "plan_title": "配置計画　{pool}（第{version}版）",
    "plan_title_alone": "配置計画　{pool}",
    "plan_totals": (
        "充足／要請 {served:grouped}／{asked:grouped}時間（{percent}）　割当 "
        "{assignments}件　未充足 {unmet}枠"
    ),
    "plan_score": "評価点 {score:number}点　{bound}　{status:status}",
    "bound_unknown": "上限 不明",
    "bound_reached": "上限 {bound:number}点　上限との差 なし",
    "bound_apart": "上限 {bound:number}点　上限との差 {apart:number}点（{percent}）",
    "no_assignments": "割当はありません。",
    "column_role": "役割",
    "column_talent": "人材",
    "column_state": "状態",
    "column_cause": "原因",
    "column_hours": "時間",
    "column_unmet_line": "未充足の要請枠",
    "all_planned_covered": "計画の月の中に未充足はありません。",
    "all_covered": "未充足はありません。",
    "enough_is": "足りるには：{change}",
    "enough_none": "足りるには：これで足りると確かめられた一つの変更はありません",
    "worked_title": "終わった月の実績（双方が合意していた時間。訪問後の報告ではありません）",
    "outside_title": "計画の月（{first}–{last}）の外にある支援要請　{count}件",
    "outside_row": "－ {heading}　{months}　{hours:grouped}時間　{why}",
    "outside_over": "月が過ぎている",
    "outside_late": "今月の残りの稼働日では計画できない",
    "outside_beyond": "計画の月より先",
    "more_rows": "ほか{count}件",
    "look_at_title": "確認が必要な承諾",
    "pool_has_no_plan": (
        "プール {pool_id} の配置計画はまだありません。talentpool up で動かすと作られます。"
    ),
    "plan_unreadable": (
        "プール {pool_id} の配置計画は、この版のプログラムでは読めません。計画し直しています。"
        "サービスが動いていなければ talentpool up で動かしてください。"
    ),
    "nothing_yet": (
        "まだ何もありません。見本で試すには talentpool demo、要請を出すには "
        "talentpool post request --help をご覧ください。"
    ),
    "posting_refused": "✕ 受け入れられませんでした（{reason}）：{detail}",
    "taken_into_plan": "配置計画 第{version}版に反映しました（{seconds}秒）。{summary}",
    "line_served_of_asked": "要請枠 {line_id}　充足／要請 {served:grouped}／{asked:grouped}時間",
    "line_unmet": "△未充足 {hours:grouped}時間: {cause:cause}",
    "event_hours": "{hours:grouped}時間",
    "event_reason": "〔{reason}〕",
    "pool_has_no_plan_to_write": (
        "プール{pool_id}の配置計画はまだありません。要請と人材を登録し、talentpool "
        "up でサービスを動かしてください。"
    ),
    "waiting_for_events": "マッチの動きを待っています。Ctrl-C で終わります。",
    "plan_of_event": "― {pool} 第{version}版　{news}",
    "event_kind_unknown": "--kind {kind} はありません。次から選んでください：{known}",
}
