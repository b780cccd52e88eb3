"""Pages of one request, talent or match, and the list of pools."""

SHOW_PAGES: dict[str, str] = {
    "page_request": "支援要請",
    "page_request_value": "{request_id}（r{revision}）",
    "page_status": "状態",
    "page_municipality": "市区町村",
    "page_theme": "テーマ",
    "page_nature": "業務の性質",
    "page_urgency": "緊急度",
    "page_pm_in_place": "自前のPM",
    "page_vendors": "関係する事業者",
    "page_owner": "業務の担当課",
    "page_operator": "稼働後の運用",
    "page_roles": "役割",
    "page_skills": "スキル",
    "page_form": "雇用形態",
    "page_contract": "契約期間",
    "page_training": "研修",
    "page_no_training": "修了の記録なし",
    "page_employer": "雇用元",
    "page_base": "拠点",
    "page_remote": "リモート可",
    "page_at_once": "同時担当数",
    "page_at_once_value": "{count}市町村",
    "page_excluded": "除外",
    "page_mail": "メール",
    "page_revision": "版",
    "page_reason": "理由",
    "page_pinned": "固定",
    "page_line": "要請枠",
    "page_talent": "人材",
    "page_answers": "返事",
    "page_hours": "時間",
    "page_by_month": "月別",
    "skill_at": "{name}レベル{level}",
    "line_terms": "{people}人まで・最低 {minimum}%・訪問 {on_site}%",
    "line_exclusive": "・専任",
    "contract_renewable": "{first}–{until}（再任用されるまで {last} まで）",
    "candidates_are": "候補：{funnel}",
    "or_change": "または：{change}",
    "why_not_others": "ほかの候補",
    "others_more": "ほかに{count}人",
    "pools_pool": "プール",
    "pools_requests": "支援要請",
    "pools_talents": "人材",
    "pools_version": "版",
    "pools_unmet": "未充足枠",
    "pools_outside": "計画の外",
    "pools_plan": "計画",
    "pools_no_plan": "まだない",
    "pool_cannot_be_planned": (
        "✕ プール{pool_id}は第{version}版を計画できません（{reason}、{tries}回）。"
        "前の計画のままです。自動でやり直し、変更があればすぐに計画します"
    ),
    "absent": "{what} {id} はありません。talentpool show plan でIDを確かめてください",
    "absent_on_line": (
        "要請枠 {id} にマッチはありません。talentpool show plan でIDを確かめてください"
    ),
    "several_on_line": (
        "要請枠 {line_id} にはマッチが{count}件あります。IDで選んでください：{matches}"
    ),
    "match_of_talent": "{match_id}（{talent_id}）",
    "in_several_pools": (
        "{what} {id} は複数のプールにあります。--pool に {pools} のどれかを付けてください"
    ),
    "what_request": "支援要請",
    "what_talent": "人材",
    "what_match": "マッチ",
    "bottlenecks_none": (
        "人を1人増やしても、充足できる要請枠は増えません。足りない分の原因は "
        "talentpool show unmet で見られます。"
    ),
}
