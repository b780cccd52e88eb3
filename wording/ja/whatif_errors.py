"""What a scenario cannot be applied for."""

WHATIF_ERRORS: dict[str, str] = {
    "whatif_month_outside": (
        "{month} は、計画の月（{first}〜{last}）で {talent_id} の契約期間（{contract_from}〜"
        "{contract_until}）に入る月ではありません。その中の月を書いてください"
    ),
    "whatif_request_of_pool": (
        "支援要請 {request_id} はプール {pool} のものです。pool_id を確かめてください"
    ),
    "whatif_request_there": "支援要請 {request_id} はもうあります。別のIDにしてください",
    "whatif_too_few_hours": (
        "{talent_id} の {month} の稼働は {there:grouped} 時間なので、{less:grouped} "
        "時間は減らせません。それ以下にしてください"
    ),
    "whatif_weight": "重み {name} {wrong}。名前は {known} のどれかです",
    "whatif_no_talent": (
        "人材 {talent_id} はこのプールにいません（いるのは {known:some|5|人}）"
        "。IDを確かめてください"
    ),
    "whatif_no_request": (
        "支援要請 {request_id} は募集中ではありません。talentpool show plan でIDを確かめてください"
    ),
    "whatif_no_line": "支援要請 {request_id} に要請枠 {line} はありません（あるのは {known}）",
    "whatif_nothing_between": (
        "{talent_id} と {request_id} の間に、除外も辞退も研修の不足もありません。"
        "talentpool show unmet で原因を確かめてください"
    ),
}
