"""What templates and exports say of themselves."""

EXPORTING: dict[str, str] = {
    "template_written": "✓ Wrote {file}.",
    "when_it_is_filled_in": "when it is filled in: {command}",
    "plan_written": "✓ Wrote {files}.",
    "rows_written": "✓ Wrote {rows:count|row} to {file}.",
    "when_it_is_changed": "when it is changed: {command}",
    "nothing_to_write": (
        "Pool {pool_id} has no {kind} to write. For an empty sheet: talentpool template "
        "{kind} {kind}.xlsx --pool {pool_id}"
    ),
}
