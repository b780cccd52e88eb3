"""What is looked at by `doctor`, how to mend it, and what was seen."""

_AGAIN = "talentpool up でサービスを動かすと"

HEALTH: dict[str, str] = {
    "health_settings": "設定",
    "health_settings_mend": "TALENTPOOL_DATABASE は sqlite:///ファイル か postgresql://… です",
    "health_being_restored": "進行中の復元",
    "health_being_restored_mend": "復元中です。talentpool restore が終わるのを待って、"
    "もう一度点検してください",
    "health_store": "保存先",
    "health_store_mend": "データベースが動いているか、--database の宛先が正しいか確かめてください。"
    "ファイルが壊れていれば talentpool restore で控えから戻せます",
    "health_tables": "表の版",
    "health_tables_mend": "talentpool up で起動すると更新されます",
    "health_restore": "復元",
    "health_restore_mend": "サービスを止めたまま、talentpool restore をもう一度実行してください",
    "health_event_log": "イベントログ",
    "health_event_log_mend": "Kafka が動いているか、--kafka の宛先が正しいか確かめてください",
    "health_topics": "トピックの保存期間",
    "health_topics_mend": "talentpool up で起動すると、期限なしの保存に直します",
    "health_lag": "未処理：{subject}",
    "health_lag_mend": f"{_AGAIN}処理されます",
    "health_outbox": "送信待ち",
    "health_outbox_mend": f"{_AGAIN}送られます",
    "health_outbox_put_aside": "ログが受け取らない記録",
    "health_outbox_put_aside_mend": "ブローカーの max.message.bytes を広げ、talentpool up を"
    "起動し直すと送られます",
    "health_pools_not_planned": "計画できないプール",
    "health_pools_not_planned_mend": "最後の計画のまま、ほかのプールは動いています。直前の変更や"
    "設定を戻すと、すぐに計画し直します。ログの plan.failed を開発元へ知らせてください",
    "health_dead_letters": "取り込めなかった記録",
    "health_dead_letters_mend": "talentpool deadletters list で理由を確かめ、直して replay して"
    "ください",
    "health_waiting_decisions": "マッチを待つ決定",
    "health_waiting_decisions_mend": "マッチが分かりしだい反映されます。復元の後なら talentpool "
    "restore をやり直してください（docs/operations.md）",
    "health_agreements": "確認が必要な承諾",
    "health_agreements_mend": "talentpool show match ID で、何が変わったかとできることを確かめて"
    "ください",
    "health_solver": "計画づくり",
    "health_solver_mend": "make clean run で環境を作り直してください",
    "health_municipalities": "市区町村一覧",
    "health_municipalities_mend": "make clean run で環境を作り直してください",
    "health_municipality_file": "市区町村の表",
    "health_municipality_file_mend": "TALENTPOOL_MUNICIPALITIES のファイルを直してください"
    "（docs/operations.md）",
    "health_shapes_file": "地図の図形",
    "health_shapes_file_mend": "TALENTPOOL_MUNICIPALITY_SHAPES の GeoJSON ファイルを直すか、"
    "設定を外してください",
    "health_clock": "時計と計画の月",
    "health_clock_mend": "時計を合わせてください。月が替われば、talentpool up が1分以内に"
    "計画し直します",
    "health_disk": "空き容量",
    "health_disk_mend": "1GB 以上空けてください",
    "health_looking": "点検しています…",
    "no_such_check": "--only {names} に当たる点検はありません。talentpool doctor --json に名前が"
    "あります",
    "seen": "{text}",
    "seen_fine": "",
    "seen_not_yet": "まだありません。最初の起動で作られます",
    "seen_number": "{count:number}",
    "seen_some": "{count:number}（{named}）",
    "seen_each": "{each}",
    "seen_not_planned": "{pool_id}：{reason}、{since}から{tries}回",
    "seen_months": "{first}–{last}",
    "seen_clock": "今は{now}、プール{pool_id}の計画は{begins}から",
    "seen_no_answer": "{seconds}秒以内に答えがありません",
    "seen_error": "{kind}: {said}",
}
