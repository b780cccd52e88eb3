"""What operators do: erase, back up, restore, run, try the demo."""

OPERATIONS: dict[str, str] = {
    "give_yes": "{what}よければ --yes を付けてください",
    "go_on": "続けますか",
    "nothing_was_changed": "何も変えていません",
    "erase_unknown": "人材 {talent_id} はプール {pool_id} にありません",
    "erase_ask": "{talent_id} の氏名・連絡先・メモを消去します。元に戻せません。",
    "erased": "✓ {talent_id} の氏名・連絡先・メモを消去しました。",
    "erased_unknown": "✓ {talent_id} の氏名は保存されていません。消去済みとして記録しました。",
    "erased_letters": "  中身を消した取り込めなかった記録：{letters}件",
    "erased_everywhere": "  データベースのファイルから消しました（空き領域と書き込みログも）。"
    "古い控えから復元しても戻りません。",
    "erased_but_logs": "  PostgreSQL の書き込みログ（WAL）と Kafka のトピックの記録は、それぞれの"
    "保存期間で消えます（docs/operations.md）。",
}
