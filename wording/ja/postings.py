"""What is taken in, what is not yet, and what becomes of it."""

POSTINGS: dict[str, str] = {
    "request_withdrawn": "✓ 支援要請 {ids} を取り下げました。",
    "talent_withdrawn": "✓ 人材 {ids} を離任にしました。",
    "ended_matches_stay": "終わったマッチは戻りません。元に戻すと、改めて計画されます。",
    "not_taken_in_yet": "受付は済んでいますが、{seconds:seconds}秒待っても取込みが終わりません。"
    "サービスが動いているか確かめてください（talentpool up）。"
    "動きだせば反映されるので、もう一度送る必要はありません",
    "not_planned_yet": "受付は済んでいますが、{seconds:seconds}秒待っても計画への反映が終わりません"
    "。サービスが動いているか確かめてください（talentpool up）。"
    "動きだせば反映されるので、もう一度送る必要はありません",
    "kept_not_planned": "受付は済んでいますが、プール{pool_id}を計画できません（{why}）。前の"
    "計画のままです。いまの変更を戻すか、talentpool doctor で確かめてください",
    "receipt_revision": "版: {revision}",
    "correlation_id": "追跡番号: {id}",
    "to_undo": "元に戻すには: {command}",
    "waiting_for_the_plan": "計画への反映を待っています…",
}
