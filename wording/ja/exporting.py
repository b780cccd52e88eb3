"""What templates and exports say of themselves."""

EXPORTING: dict[str, str] = {
    "template_written": "✓ {file} を作りました。",
    "when_it_is_filled_in": "記入したら: {command}",
    "plan_written": "✓ {files} に書き出しました。",
    "rows_written": "✓ {file} に{rows}行を書き出しました。",
    "when_it_is_changed": "直したら: {command}",
    "nothing_to_write": (
        "プール{pool_id}に書き出す{kind:sheet_kind}がありません。空の表は talentpool template"
        " {kind} {kind}.xlsx --pool {pool_id} で作れます。"
    ),
}
