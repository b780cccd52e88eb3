"""What the desk refuses, and why a decision does not fit its match."""

REFUSALS: dict[str, str] = {
    "no_request_in_pool": (
        "支援要請 {id} はプール {pool} にありません。登録したばかりなら、サービスが動いているか"
        "確かめてください"
    ),
    "no_talent_in_pool": (
        "人材 {id} はプール {pool} にありません。登録したばかりなら、サービスが動いているか確か"
        "めてください"
    ),
    "id_twice_at_once": "{id} が2回出てきます",
    "code_merged": (
        "{code}（{code:place}）は合併などでなくなり、今は {successor}（{successor:place}）"
        "です。{successor} と書いてください"
    ),
    "code_is_nobodys": "{code} は市区町村コードの一覧にありません",
    "which_municipality": (
        "マッチ {match_id} は共同の要請（{places:place}）のものです。どの市区町村のことか、"
        "--municipality {one:place} のように付けてください"
    ),
    "not_agreed_by_both": (
        "マッチ {match_id} はまだ双方が承諾していないので（今「{state:state}」"
        "）、途中で終えるものがありません。承諾を取り消すなら talentpool decide "
        "retract {match_id} --by {side}、受けないなら talentpool decide decline "
        "{match_id} --by {side} --reason hours、取りやめるなら talentpool decide "
        "cancel {match_id} です"
    ),
    "revision_known": "{id} は登録済みです（版 {revision}）。変更は amend を使ってください",
    "line_number_taken": (
        "支援要請 {request_id} の要請枠 {line} は前に外した枠の番号です。辞退や承諾の記録が前の"
        "枠のものと混ざるので、新しい枠には {free} 以降の番号を付けてください（amend "
        "request --add-line なら自動で付きます）"
    ),
    "fact_too_large": (
        "{subject} は大きすぎます（{size:number}バイト。{most:number}バイトまで）"
        "。要請枠やスキルを減らすか、いくつかに分けてください"
    ),
    "no_such_match": "マッチ {match_id} はありません",
    "talent_left_already": "人材 {talent_id} は離任済みです",
    "somebody_else_writes": (
        "同じものを別の人が書いている最中です。何も書き込んでいません。30秒ほどしてからもう一度"
        "お試しください"
    ),
    "no_sample_pool": "見本のプール {pool} はありません。見本は {known} です",
    "worth_too_large": (
        "重み served {served:number} は大きすぎます。必要度（need）の合計が{needs}%のとき、"
        "使えるのは {most:number} までです。served を {most:number} 以下にするか、"
        "need を下げてください"
    ),
    "hours_of_line": "支援要請 {request_id} の要請枠{line}",
    "hours_of_talent": "人材 {talent_id}",
    "overhead_of_talent": "人材 {talent_id} の固定の時間",
    "hours_above_limit": (
        "{where}の {amount:grouped} 時間は1か月の上限 {limit:grouped} 時間を超えています。"
        "{limit:grouped} 以下にしてください"
    ),
    "hours_of_month_above_limit": (
        "{where}：{month:month}の {amount:grouped} 時間は1か月の上限 {limit:grouped} "
        "時間を超えています。{limit:grouped} 以下にしてください"
    ),
    "months_are_over": (
        "{where}：{months:path|month}はもう終わった月です。{present:month}からの時間を書いてく"
        "ださい"
    ),
    "span_is_over": (
        "{where}：{first:month}〜{last:month}はもう終わった月です。{present:month}からの時間を"
        "書いてください"
    ),
    "worktime_of_talent": "人材 {talent_id} の稼働可能時間",
    "posted_the_same": (
        "{id} は同じ内容で受け付けています（{ago}）。することはありません（何も書き込んでいませ"
        "ん）。変えるなら talentpool amend を使ってください"
    ),
    "posted_before": (
        "同じ内容を {id} として受け付けています（{ago}）。別の件としてもう一度登録するなら "
        "--again を付けてください"
    ),
    "days_ago": "{n}日前",
    "hours_ago": "{n}時間前",
    "minutes_ago": "{n}分前",
    "just_now": "たった今",
}
