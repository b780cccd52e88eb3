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
    "demo_posting": "見本データを投入しています…",
    "demo_planning": "配置計画を作っています…",
    "demo_improving": "配置計画を改善しています…",
    "demo_pool": "配置計画　{pool}（見本）",
    "demo_try": "別の端末で talentpool post … を試すと、ここに動きが出ます。",
    "demo_declined": "人材 {talent_id} が要請枠 {line_id} を辞退しました。",
    "demo_withdrawn": "支援要請 {request_id} が取り下げられました。",
    "demo_more_hours": "人材 {talent_id} の稼働が3か月間、月{hours:hours}増えました。",
    "backup_to_no_file": "{file} は普通のファイルではありません。控えるファイルの名前を"
    "付けてください",
    "backed_up": "✓ {file} に控えました（{size:number} バイト）。",
    "restore_ask": "保存先を {file} の内容に置き換え、イベントログをはじめから取り込み直します。",
    "restoring": "復元しています…",
    "restored": "✓ {file} から復元しました。双方承諾のマッチは{confirmed}件です。",
    "restored_facts": "  控えの後の事実{applied}件をイベントログから取り込みました。",
    "restored_waiting": "  △ マッチが分からない決定が{waiting}件あります（talentpool doctor）。",
    "restored_named_and_more": "{named} ほか{more}人（--json に全員）",
    "restored_without_name": "  氏名が保存されていない人材が{count}人います：{named}。控えの後に"
    "登録したなら talentpool amend talent ID --pool P --name で入れてください。",
    "restored_unreadable_aside": "  △ 元のファイルはデータベースとして読めなかったので、{file} に"
    "移しました。その中の、控えより後の記録は戻っていません。捨てずに、SQLite の .recover で"
    "取り出せるか試してください（sqlite3 {file} .recover）。",
    "restored_other_aside": "  △ 元のファイルは読めますが、この控えとは別のイベントログのものだった"
    "ので、{file} に移しました。その中の記録は戻っていません。"
    "talentpool show pools --database sqlite:///{file} で見られます。",
    "restored_start_again": "  talentpool up で動かしてください。",
}
