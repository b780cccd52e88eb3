"""Why a decision does not fit its match."""

_ABOUT = "マッチ {match_id} は「{verb:verb}」ができません："

DECISIONS: dict[str, str] = {
    code: _ABOUT + why
    for code, why in {
        "match_is_final": "もう終わっています（{state:state}）",
        "match_bars_nobody": "{state:state}で、辞退・取消の記録はありません",
        "match_changed_since": (
            "見てから変わりました（見たのは第{seen}版、今は第{now}版）。"
            "talentpool show match {match_id} でもう一度見て決めてください"
        ),
        "not_its_municipality": (
            "{municipality:place}の要請ではありません"
            "（市区町村は {places:place}。そのどれかとして答えてください）"
        ),
        "only_drafts_are_released": "提案できるのは下書きだけです（今「{state:state}」）",
        "only_open_proposals_are_recalled": (
            "下書きに戻せるのは、だれも承諾していない提案だけです（今「{state:state}」）"
        ),
        "nothing_to_accept": "{side:side}が承諾するものはありません（今「{state:state}」）",
        "place_has_accepted": "{municipality:place}が承諾済みです",
        "nothing_to_take_back": "{side:side}が取り消す承諾はありません（今「{state:state}」）",
        "draft_is_not_declined": "下書きで、まだだれにも見せていません",
        "confirmed_is_not_declined": (
            "双方承諾です。取りやめるなら talentpool decide cancel {match_id} です"
        ),
        "fixed_already": "もう固定されています",
        "not_fixed_by_hand": "固定されていません",
        "ended_is_resumed": (
            "途中で終えたものです。終えた月を元に戻すには talentpool decide resume {match_id} です"
        ),
        "only_agreed_work_ends": (
            "途中で終えられるのは承諾されたものだけです（今「{state:state}」）"
        ),
        "month_is_over": "{month:month}は過ぎました。働いた分は残ります",
        "no_hours_from": "{month:month}から先に時間はありません",
        "no_hours_before": (
            "{month:month}より前に時間はありません。"
            "取りやめるなら talentpool decide cancel {match_id} です"
        ),
        "nothing_was_ended": "途中で終えた月はありません",
        "ended_months_are_over": (
            "途中で終えた月がもう過ぎました。"
            "この人をまた提案できるようにするには talentpool decide unbar {match_id} です"
        ),
    }.items()
}
