"""Scenarios beside the plan, on the pages."""

WEB_WHATIF = {
    "whatif_changed_since": "{subject} は、この案を作ったあとに変わりました（案は第{made_from}版、今は第{now}版）。\nこの変更を案から外して、作り直してください。",
    "whatif_full": "案は {most} つまでです。\n加えるには 1 つ消してください。",
    "whatif_too_many_changes": "1 つの案に入る変更は {most} 個までです。\n案を分けてください。",
    "whatif_pool_empty": "このプールにはまだ人材も支援要請もありません。\n先に入れてください。",
    "whatif_cannot_person": "{role:role}を 1 人増やすこと：まだいない人なので、ここでは登録できません。採用が決まったら人材として登録してください。",
    "whatif_cannot_decline": "辞退を無かったことにすること：辞退は記録なので消えません。もう一度提案するには、支援要請のページで辞退を解いてください。",
    "whatif_changed_meanwhile": "確かめたあとに、ほかの人が内容を変えました。\n下は今の内容から作り直した一覧です。確かめてから実現してください。",
    "whatif_nothing_real": "この案には、記録できる変更がありません。\n下の理由をご覧ください。",
    "whatif_under_way": "前の比較をまだ計算しています。\n終わってからもう一度比べてください。",
    "remedy_gone": "{line_id} の手立ては、計画が新しくなって変わりました。\n支援要請のページで開き直してください。",
    "remedy_not_tried": "この手立ては案として試せません。\n支援要請のページの手順で行ってください。",
}
