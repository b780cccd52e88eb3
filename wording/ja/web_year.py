"""A talent's year."""

WEB_YEAR = {
    "web_year_means": "月ごと、市区町村ごとの時間です。移動の分は「使う時間」にだけ入ります。",
    "web_year_caption": "時間。市区町村の下は、この月の仕事の時間と状態です。",
    "web_year_used": "使う",
    "web_year_available": "使える",
    "web_year_worked": "実績（合意分）",
    "web_year_empty": "まだ仕事はありません。提案を引き受けると、月ごとの予定がここに出ます。",
    "web_year_to_proposals": "提案を見る",
}
