"""What log, store and files of the service say."""

INFRASTRUCTURE: dict[str, str] = {
    "file_busy": "{file}：{error}",
    "file_open_elsewhere": (
        "{file} をほかのプログラムが開いています（{who}）。復元せず、何も変えていません。"
        "talentpool の watch・show・doctor・post・sheets や、このファイルを開いているほかの道具"
        "を終えてから、もう一度実行してください"
    ),
    "programs_unknown": "どれかは分かりません",
    "file_out_of_reach": (
        "{file} を今は読み書きできません（{error}）。復元せず、何も変えていません。"
        "ファイルの権限とディスクの空きを確かめて、もう一度実行してください"
    ),
    "service_runs_already": (
        "{file} ではサービスがすでに動いています（プロセス {process}）。先にそのサービスを止め"
        "るか、別のファイルを指定してください"
    ),
    "restore_under_way": "{file} は復元中です（プロセス {process}）。終わるのを待ってください",
    "topic_missing": "トピック {topic} がまだありません",
    "kafka_away": "{servers} の Kafka に届きません（{error}）",
    "group_in_use": (
        "今サービスがグループ {group} としてトピックを読んでいます。先にすべてのサービスを止め"
        "てください"
    ),
    "places_file_no_code": "{file}：列 code がありません",
    "places_file_column": "{file}：列「{column}」は知りません。使えるのは {known} です",
    "places_file_position": "{at}：lat と lon は一緒に書きます",
    "places_file_cells": "{at}：列より多くのセルがあります",
    "places_file_island": "{at}：island は 1 か 0 か空にします",
    "places_file_unreadable": "{file} が読めません（{error}）",
    "shapes_file_unreadable": "{file} を市区町村の形（GeoJSON）として読めません（{error}）",
    "shapes_file_none": "{file}：{names} に知っている市区町村コードを持つ形がありません",
    "shapes_file_large": "{file} は {most} MB を超えます。都道府県ごとに分けてください",
    "places_file_twice": "{at}：{code} が2回あります",
    "file_line": "{file} の{line}行目",
    "file_damaged_database": (
        "{file} はデータベースとして読めません（{error}）。サービスを止め、"
        "talentpool restore で控えから戻してください"
    ),
    "database_slow": "データベースの応答が遅く、接続が空きません",
    "database_away": "データベースにつながらないか、混み合っています（{error}）",
    "backup_damaged": "{file} は壊れています（{verdict}）",
    "backup_of_others": "{file} は talentpool の控えではありません",
    "backup_unreadable": "{file} は控えとして読めません（{error}）",
    "database_in_memory": (
        "保存先にはファイルが要ります：sqlite:///FILE（メモリー上のデータベースには何も残りません）"
    ),
    "database_url": (
        "データベースは sqlite:///FILE か postgresql://USER:PASSWORD@HOST/NAME で書いてください"
    ),
    "file_is_read": "データベースのファイルを誰かが読んでいて、書込みの記録が消せません",
    "person_erased": "{talent_id} の個人情報は消去済みです。別のIDで登録してください",
    "folder_not_made": "{file} のフォルダーを作れません（{error}）",
    "restore_unfinished": (
        "{begun} に始めた復元が終わっていません。マッチと決定がまだ揃っていません。"
        "復元中なら終わるのを待ち、途中で止まったのなら、もう一度 talentpool "
        "restore を実行してください"
    ),
    "database_newer": (
        "このデータベースは新しい版の talentpool が書いたものです。その版を使ってください（"
        "{error}）"
    ),
    "no_progress": "{what} が {seconds:seconds} 秒進んでいません",
    "problem_months": "：月が切れ目なく並んでいません（{month}）",
    "problem_no_line": "：{part} の要請枠 {line_id} がありません",
    "problem_no_talent": "：{part} の人材 {talent_id} がいません",
    "problem_line_of_request": "：要請枠 {line_id} は支援要請 {request_id} のものではありません",
    "problem_month_outside": "：{part} の {month} は計画の月ではありません",
    "problem_pair_twice": "：{part} に同じ組が2回あります",
    "problem_line_twice": "：要請枠 {id} が2回あります",
    "problem_talent_twice": "：人材 {id} が2回あります",
    "match_not_known_yet": "マッチ {match_id} はプール {pool_id} にまだありません",
    "request_not_known_yet": "マッチ {match_id} の支援要請はプール {pool_id} にまだありません",
    "talent_not_known_yet": "マッチ {match_id} の人材はプール {pool_id} にまだいません",
    "same_version_came_first": "同じ版の別の計画が先に、同じマッチを変えました",
}
