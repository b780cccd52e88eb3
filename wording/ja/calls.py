"""What every command may say."""

CALLS: dict[str, str] = {
    "actor_form": "--as（TALENTPOOL_ACTOR）には、氏名やメールではなく、半角小文字で始まる"
    "英数字のID（64文字まで、例 --as sato01、--as coordinator:20-1）を書いてください",
    "away_try_again": "つながりません。しばらくして、もう一度お試しください：{why}",
    "stuck": "処理が進みません：{why}",
}
