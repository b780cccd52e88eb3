"""Who changed what when, and what became of a posting."""

STORIES: dict[str, str] = {
    "what_any": "支援要請・人材・マッチ",
    "timeline_empty": "経過の記録はありません（記録を始める前に登録されたものです）。",
    "timeline_revision": "第{revision}版",
    "timeline_first": "登録",
    "timeline_restated": "変更",
    "timeline_changed": "変更：{fields}",
    "timeline_by": "担当 {actor}",
    "posting_dead": "✕ 受け入れられませんでした（追跡番号 {correlation_id}）。",
    "posting_waiting": "対象のマッチを待っています（追跡番号 {correlation_id}）。",
    "posting_taken": "取り込みました。計画への反映を待っています（追跡番号 {correlation_id}）。",
    "posting_planned": "✓ 取り込み、計画に反映しました（追跡番号 {correlation_id}）。",
    "posting_plan": "プール{pool_id}：第{version}版、配置計画は第{planned}版",
    "posting_unknown": (
        "追跡番号 {correlation_id} の取込みはまだありません。サービスが動いているか "
        "talentpool doctor で確かめてください"
    ),
    "correlation_id_form": (
        "追跡番号「{text}」の形が違います。受付の答えにある番号をそのまま入れてください"
    ),
}
