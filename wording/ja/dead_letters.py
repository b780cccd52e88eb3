"""Dead letters: what is refused about them, and how they are shown."""

DEAD_LETTERS: dict[str, str] = {
    "letter_unknown": "{beginning} で始まる記録はありません。talentpool deadletters list で"
    "確かめてください",
    "letter_absent": "その記録はありません",
    "letters_several": "{beginning} で始まる記録は{count}件あります。もっと長く書いてください",
    "letter_dropped": "{letter} の中身は消してあります。直した中身で入れ直してください（コマンドでは --file）",
    "letter_replayed_before": "記録 {letter} はもう入れ直してあります。まだ取り込めなければ、新しい記録として一覧に出ます",
    "letter_dropped_before": "記録 {letter} の中身はもう消してあります",
    "letter_drop_needs_reason": "消すわけを書いてください。個人の名前は書かないでください",
    "letter_in_part": "この記録は {missing:number} バイトが手元にありません。元の中身を --file で"
    "渡してください",
    "letter_still_unreadable": "直した中身もまだ読めません：{why}",
    "letter_too_large": "大きすぎて再投入できません（{bytes:number} バイト）。ブローカーの "
    "max.message.bytes を広げるか、直した中身を --file で渡してください",
    "letter_of_no_topic": "{topic} はこのサービスのトピックではないので、再投入できません",
    "letter_derived": "{type} はサービスが自分で作る記録です。中身を直さずに再投入してください",
    "letter_dies_again": "注意 {letter}：このままではまた読めません：{why}",
    "letter_not_replayed": "△ {letter}：{why}",
    "letter_either_id_or_all": "ID か --all のどちらか一つを付けてください",
    "letter_file_goes_with_id": "--file は ID と一緒に使います",
    "letters_none": "取り込めなかった記録はありません。",
    "letters_none_such": (
        "条件に合う記録はありません。条件なしの talentpool deadletters list で全件を表示します。"
    ),
    "letters_replayed": "{count}件を再投入しました。",
    "letter_was_dropped": "✓ {letter} の中身を消しました。",
    "letter_ask_drop": "記録 {letter} の中身を消します。元に戻せません。",
    "letter_bytes_warning": "注意：中身には個人情報が含まれることがあります。画面や記録に"
    "残さないでください。",
    "letter_id": "ID",
    "letter_topic": "トピック",
    "letter_kept": "届いた日時",
    "letter_place": "位置",
    "letter_pool": "プール",
    "letter_status": "状態",
    "letter_reason": "理由",
    "letter_detail": "詳細",
    "letter_gone": "消去",
    "letter_size": "大きさ",
    "letter_missing": "欠け",
    "letter_headers": "ヘッダー",
    "letter_bytes": "中身",
    "letter_bytes_count": "{count:number} バイト",
    "letter_status_new": "未対応",
    "letter_status_dropped": "中身なし",
    "letter_status_replayed": "再投入{count}回",
}
