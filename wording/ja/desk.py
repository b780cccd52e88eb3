"""What the desk refuses."""

DESK: dict[str, str] = {
    "request_withdrawn_already": "支援要請 {request_id} は取下げ済みです",
    "stale_by": (
        "{subject} は、その間に {actor} が変えました（{at:moment}、見ていたのは第{seen}版、"
        "今は第{now}版{what}）。何も書き込んでいません。もう一度確かめてから変えてください"
    ),
    "fields_changed": "、変わったところ：{fields:field}",
    "stale_from_to": "{why}\n  その間の変更：{changes}",
    "stale": (
        "{subject} は、その間に別の人が変えました（見ていたのは第{seen}版、"
        "今は第{now}版）。何も書き込んでいません。もう一度確かめてから変えてください"
    ),
    "settings_stale_by": (
        "{of}は、その間に {actor} が変えました（{at:moment}、見ていたのは第{seen}版、"
        "今は第{now}版{what}）。何も書き込んでいません。もう一度確かめてから変えてください"
    ),
    "settings_stale": (
        "{of}は、その間に別の人が変えました（見ていたのは第{seen}版、"
        "今は第{now}版）。何も書き込んでいません。もう一度確かめてから変えてください"
    ),
    "revision_to_come": (
        "{of}に第{seen}版はまだありません（今は第{now}版）。何も書き込んでいません。"
        "もう一度確かめてください"
    ),
    "settings_revised": "プール{pool_id}の設定",
    "match_revised": "マッチ {match_id} ",
    "thing_revised": "{id} ",
}
