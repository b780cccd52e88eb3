"""Why a record could not be taken: the reasons of dead letters."""

RECORDS: dict[str, str] = {
    "written_by_newer_version": (
        "新しい版のプログラムが書いた値です（{fields}）。このプログラムを新しくしてから"
        "再投入してください"
    ),
    "header_missing": "ヘッダー {header} がありません",
    "header_malformed": "CloudEventsのヘッダーの書き方が違います",
    "type_differs": "ヘッダー ce_type が {type} ではありません",
    "fact_malformed": "内容の書き方が違います（{faults}）",
    "key_is_not_the_pool": "記録のキーが内容のプールと違います",
    "fact_is_derived": "{type} はこのサービスが書くもので、受け付けません",
    "match_unknown": "プール {pool_id} にマッチ {match_id} はありません（{verb:verb}）",
    "gone_on_since_refused": ("{subject} は、受け付けなかった第{revision}版のあとで変わっています"),
    "revision_taken": "{subject} の第{revision}版は、違う内容で受け付け済みです",
    "stale_since": (
        "{subject} は第{seen}版を見て変えられましたが、その間に第{now}版になっています"
    ),
    "stale_since_by": (
        "{subject} は第{seen}版を見て変えられましたが、その間に {actor} が"
        "第{now}版にしています（{at:moment}）"
    ),
    "event_id_taken": "同じイベントIDの、違う内容を受け付け済みです",
    "hours_beyond_the_month": (
        "{field}（{month:month}）が{hours:hours}です。ひと月に{most:hours}までです"
    ),
    "hours_beyond_every_month": "{field} が{hours:hours}です。ひと月に{most:hours}までです",
    "value_unstorable": "データベースに入らない値があります（{error}）",
    "record_too_large": "記録が大きすぎます",
    "record_too_large_for_the_broker": "記録がKafkaの受け取れる大きさを超えています",
    "key_or_header_is_no_text": "キーかヘッダーの名前が文字ではありません",
    "dead_without_a_reason": "受け付けられなかった理由がヘッダーにありません",
    "said_by_an_earlier_version": "{kind}: {said}",
    "effect_in_hand": "{effect} {key} は、いま別の処理が送っています",
    "person_was_erased": "{at:moment}：人の情報を消しました",
    "dropped_by": "{at:moment} {by}: {reason}",
    "said_before": "{said}",
}
