"""What-if: the comparison of scenarios, and what cannot be read of one."""

WHATIF: dict[str, str] = {
    "whatif_planning": "シナリオを計画しています",
    "whatif_title": "シナリオの比較　{pool}",
    "whatif_live": "いまの計画",
    "whatif_as_it_is": "いまの要請",
    "whatif_served": "充足時間",
    "whatif_asked": "要請時間",
    "whatif_reached": "届いた市区町村",
    "whatif_first_tier": "うち最初の目標に達した",
    "whatif_unmet": "未充足の要請枠",
    "whatif_people": "{role:role} 人数",
    "whatif_hours": "{role:role} 時間",
    "whatif_moved": "変わる割当",
    "whatif_cost": "費用（人材の時間）",
    "whatif_score": "評価点（いまの計画から）",
    "whatif_score_of": "ここの評価点は、いまの計画の割当を動かさないことを点に数えます。show plan の評価点は、"
    "その計画を作ったときの一つ前の計画から数えた点なので、値が違います。",
    "whatif_planned_anew": "配置計画はまだ最新の要請と人材を反映していないため、いまの内容で計画し"
    "直して比べました。",
    "whatif_open_post": "スキルを書かない採用は、その役割に求められているスキルを満たす人として"
    "います。",
    "whatif_only_compared": "比べただけです。配置計画も、保存されている内容も変わっていません。",
    "whatif_make_real": "実際に変えるには：",
    "pool_empty": "プール {pool_id} にはまだ何もありません。talentpool post request --help を"
    "ご覧ください",
    "scenario": "シナリオ「{name}」",
    "scenarios_count": "シナリオは1つから{most}つまで、--scenario か --file で書けます"
    '（いま{count}つ）。例：--scenario "vacant pm 40h"',
    "scenario_sign": "シナリオ「{part}」の「{word}」：増やすなら +{word}、減らすなら -{word} と"
    "書いてください",
    "scenario_weight": "シナリオ「{part}」：「{name}」という重みはありません。{known} から選んで"
    "ください",
    "scenario_unreadable": "シナリオ「{part}」が読めません。次のどれかの形で書いてください：\n"
    "  {forms}",
    "scenario_word_unreadable": "シナリオ「{part}」の「{word}」が読めません。次のどれかの形で"
    "書いてください：\n  {forms}",
    "scenario_empty": 'シナリオが空です。例：--scenario "{example}"',
    "scenarios_none_in_file": "{file} にシナリオがありません。{form} のように書いてください",
    "scenario_without_changes": "{where}：name と changes（並び）を書いてください",
}
