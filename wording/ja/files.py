"""Why a file is not read or written."""

FILES: dict[str, str] = {
    "file_not_written": "{file} に書き込めません：{why}",
    "file_there": (
        "{file} はもうあります。別の名前にするか、上書きするなら --force を付けてください"
    ),
    "file_is_read_in": "{file} は読み込むファイルです。書き出す先は別の名前にしてください",
    "file_open_in_app": (
        "{file} はほかのアプリで開いています。閉じてください（開いていなければ "
        "{lock} を消してください）"
    ),
    "file_folder_missing": "フォルダーがありません。先に作ってください",
    "file_path_no_folder": "途中の名前がフォルダーではありません",
    "file_is_folder": "フォルダーです。ファイル名を付けてください",
    "file_forbidden": "書き込む権限がないか、ほかのアプリ（Excelなど）で開いています",
    "file_read_only": "読み取り専用の場所です",
    "disk_full": "ディスクに空きがありません",
    "file_too_big_for_place": "大きすぎて置けません",
    "file_busy_elsewhere": "ほかのアプリ（Excelなど）で開いています。閉じてください",
    "file_name_too_long": "名前が長すぎます",
    "file_links_circle": "リンクが輪になっています",
    "file_number_too_long": "{file} の数が長すぎます",
    "file_above_limit": "{file} は {most} MiB を超えています",
    "file_name_twice": "{file}：一つの項目の中に「{name}」が二度あります",
    "file_entry": "{file}（{n}件目）",
    "json_at": "{path} {wrong}",
    "and_more": "… ほか {n}",
    "file_is_no_problem": (
        "{file} は問題として読めません。次の {count} か所を直してください：{faults:indented}"
    ),
    "file_is_no_plan": (
        "{file} は計画として読めません。次の {count} か所を直してください：{faults:indented}"
    ),
    "month_has_at_most": "は {amount:grouped} 時間です。1か月は {limit:grouped} 時間までです",
    "sheet_suffix": "{file} の拡張子を .xlsx にしてください（例 {stem}.xlsx）",
    "plan_suffix": (
        "{file} の拡張子を .xlsx にするか、--csv を付けてフォルダー名にしてください（例 "
        "{stem}.xlsx）"
    ),
    "csv_of_plans_only": "--csv は配置計画だけに使えます。記入用の表は .xlsx にしてください",
}
