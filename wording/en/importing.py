"""What an import and its undo say of themselves."""

IMPORTING: dict[str, str] = {
    "import_counts": (
        "{new} new, {amended} amended, {unchanged} unchanged, {cannot} cannot be imported"
    ),
    "import_newer": ", {newer} newer than the sheet",
    "import_refused": "✕ Nothing was imported: {counts}.",
    "import_would_make": "An import would make: {counts}.",
    "imported": "✓ Imported: {counts}.",
    "import_same": "Nothing has changed: {counts}.",
    "import_new": "new {id}　{title}",
    "import_amended": "amended {id}　{changes}",
    "import_contact": "amended {id}　{fields:field}",
    "import_more": "{rest} more: --json",
    "row_is_older": (
        "△ {id} has changed since the sheet was written (revision {exported}, now {now}); "
        "its row is left. Export again and change that"
    ),
    "request_cannot_be_imported": (
        "cannot {id}　was withdrawn; to bring it back first: talentpool amend request {id} "
        "--pool {pool_id} --set status=open"
    ),
    "talent_cannot_be_imported": (
        "cannot {id}　has left; to bring them back first: talentpool amend talent {id} --pool"
        " {pool_id} --set status=active"
    ),
    "import_has_faults": "✕ {count:count|cell has|cells have} to be mended; nothing was imported.",
    "posting_now": "posting…",
    "too_many_undo_files": "{file}: too many undo files",
    "no_undo_file": "{file} is no undo file of an import; give the .undo.json that it wrote",
    "undo_file_unwritable": (
        "cannot write {file}: {why}; move the sheet to a folder that can be written, and "
        "import again"
    ),
    "contact_of": "contact of {talent_id}",
    "name_of": "name of {talent_id}",
    "taken_back": "{done} taken back, {left} left as they are.",
    "would_be_taken_back": "{done} would be taken back, {left} left as they are.",
    "what_is_taken_back": "taken back: {names}",
    "what_is_left": ("△ left: {names}: changed after the import, or nothing was there before it."),
}
