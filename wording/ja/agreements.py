"""What a match rests on, and what a coordinator can do about it."""

AGREEMENTS: dict[str, str] = {
    "answer_accepted": "承諾",
    "answer_open": "未回答",
    "accepted_in_part": "（市区町村 {done}／{asked}）",
    "to_be_looked_at": "・要確認",
    "terms_changed_after_acceptance": "△ 承諾の後で条件が変わりました（{what}）。",
    "ask_again": "もう一度たずね、答えを入れてください：",
    "changed_since_accepted": "承諾したときから変わったこと：{what}",
    "changed_back": "その後、承諾したときと同じに戻りました",
    "changed_hours": "時間",
    "facts_speak_against": "△ 承諾と食い違う事実があります：{facts}。",
    "match_stands": "割当はそのままです。続けるなら何もしなくてかまいません。ほかにできること：",
    "way_retract": "承諾を取り消して、たずね直す",
    "way_unpin": "固定を外す",
    "way_cancel": "終わらせて、計画し直す",
    "way_see_request": "要請を確かめる（PM、条件、関係する事業者）",
    "way_see_talent": "人材を確かめる（スキル、除外、雇用元）",
}
