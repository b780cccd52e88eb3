"""What an empty sheet says of how it is filled in."""

TEMPLATES: dict[str, str] = {
    "template_header_stays": "1行目は見出しです。消したり書き換えたりしないでください。",
    "template_example_rows": "IDが「見本」の行は取り込まれません。消してもかまいません。",
    "template_notes": "見出しにマウスを置くと、書き方が出ます。",
    "template_hours": "時間は 7.75（7時間45分）か 7:45 のように、15分きざみで書きます。",
    "template_rows_of_requests": "同じ要請IDの行は一つの要請になります。"
    "1行が一つの要請枠（役割）です。",
    "template_rows_of_talents": "1行が一人の人材です。"
    "役割やスキルがいくつかあれば「、」で区切ります。",
    "template_places": "市区町村のコードと名前は「選択肢」のシートにあります。",
    "template_faults": "直すところがあれば、セルの場所と直し方をお知らせします。",
    "template_choices": "選択肢",
    "template_code": "コード",
    "template_municipality": "市区町村",
    "template_choose": "一覧から選んでください。",
    "template_how": "書き方",
}
