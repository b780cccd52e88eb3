"""What decisions say of themselves, and what is refused of them."""

DECIDING: dict[str, str] = {
    "decided": "✓ マッチ{count}件：{who}「{verb:verb}」を受け付けました{why}。",
    "by_side": "{side:side}として",
    "by_side_of_place": "{side:side}（{place:place}）として",
    "for_reason": "（{reason:decline_reason}）",
    "no_drafts": "下書きのマッチはありません。talentpool show plan で計画を確かめてください。",
    "ended_matches_stay_ended": (
        "終わったマッチは元に戻せません。上の命令で、この人をまた提案できるようになります。要"
        "請枠は計画し直されます。"
    ),
    "months_before_stay": "それより前の月は合意のまま残ります。残りの時間は計画し直されます。",
    "unbarred_as_new_match": (
        "終わったマッチは終わったままです。計画に合えば、新しいマッチとして提案されます。"
    ),
    "whose_answer": ("だれの答えか分かりません。--by talent か --by municipality を付けてください"),
    "ids_or_all": (
        "マッチのIDか --all のどちらかを書いてください（例 decide release --all --pool 20）"
    ),
    "ids_or_line_and_talent": (
        "マッチのIDか、--line と --talent の両方を書いてください（例 decide unbar --line "
        "R-100/1 --talent T-10 --pool 20）"
    ),
    "no_decline_reason": (
        "--reason がありません。{reasons:coded_decline_reason} から選んでください"
    ),
    "months_with_later": (
        "--months は --reason later のときに書きます（例 --reason later --months 2026-12）"
    ),
    "match_of_other_pool": (
        "マッチ {match_id} はプール {pool_id} のものです（{wanted} ではありません）"
    ),
    "nothing_bars_the_pair": (
        "人材 {talent_id} に要請枠 {line_id} の辞退・取消の記録はありません。talentpool show "
        "request {request_id} で確かめてください"
    ),
    "match_to_decide_unknown": (
        "マッチ {match_id} はありません。talentpool show plan --ids でIDを確かめてください"
    ),
    "drafts_are_released_at_once": (
        "プール {pool_id} は下書きをすぐに提案する設定です。先に talentpool configure --pool "
        "{pool_id} --hold-drafts で止めてください"
    ),
    "match_stale": (
        "マッチ {subject} は見てから変わりました（第{now}版：{reason:reason}、見ていたのは第"
        "{seen}版）。何も書き込んでいません。talentpool show match {subject} でもう一度見て決"
        "めてください"
    ),
    "match_stale_by": (
        "マッチ {subject} は見てから変わりました（第{now}版：{reason:reason}、{actor}、"
        "{at:moment}、見ていたのは第{seen}版）。何も書き込んでいません。"
        "talentpool show match {subject} でもう一度見て決めてください"
    ),
}
