"""What every command may say."""

CALLS: dict[str, str] = {
    "actor_form": "--as（TALENTPOOL_ACTOR）には、氏名やメールではなく、半角の英数字と . _ - の"
    "ID（64文字まで、例 --as sato01）を書いてください",
    "away_try_again": "つながりません。しばらくして、もう一度お試しください：{why}",
    "stuck": "処理が進みません：{why}",
}
