"""Dead letters: what is refused about them, and how they are shown."""

DEAD_LETTERS: dict[str, str] = {
    "letter_unknown": "no dead letter begins with {beginning}; `talentpool deadletters list` "
    "shows them",
    "letter_absent": "there is no such letter",
    "letters_several": "{count} ids begin with it ({beginning}); write more of it",
    "letter_dropped": "the bytes of {letter} were dropped; give mended ones (--file on the command line)",
    "letter_replayed_before": "{letter} was replayed before; if it died again, it is in the list as a new letter",
    "letter_dropped_before": "the bytes of {letter} were dropped before",
    "letter_drop_needs_reason": "say why nobody needs it; name nobody",
    "letter_in_part": "{missing:number} bytes of it are not here; give the whole with --file",
    "letter_still_unreadable": "still unreadable: {why}",
    "letter_too_large": "too large to be replayed ({bytes:number} bytes): raise the broker's "
    "max.message.bytes, or give a mended --file",
    "letter_of_no_topic": "{topic} is no topic of this service: it cannot be replayed",
    "letter_derived": "{type} is derived by the service itself: replay it without changes",
    "letter_dies_again": "careful, {letter} will die again: {why}",
    "letter_not_replayed": "△ {letter}: {why}",
    "letter_either_id_or_all": "give either an ID or --all",
    "letter_file_goes_with_id": "--file goes with an ID",
    "letters_none": "No dead letters.",
    "letters_none_such": (
        "No dead letter is of that kind; `talentpool deadletters list` alone lists all."
    ),
    "letters_replayed": "Replayed {count}.",
    "letter_was_dropped": "✓ {letter} dropped.",
    "letter_ask_drop": "The bytes of {letter} are deleted; nothing undoes it.",
    "letter_bytes_warning": "Careful: the bytes may hold personal data. Do not leave them on "
    "screens or in logs.",
    "letter_id": "ID",
    "letter_topic": "Topic",
    "letter_kept": "Kept since",
    "letter_place": "Place",
    "letter_pool": "Pool",
    "letter_status": "Status",
    "letter_reason": "Reason",
    "letter_detail": "Detail",
    "letter_gone": "Dropped",
    "letter_size": "Size",
    "letter_missing": "Missing",
    "letter_headers": "Headers",
    "letter_bytes": "Bytes",
    "letter_bytes_count": "{count:number} bytes",
    "letter_status_new": "new",
    "letter_status_dropped": "dropped",
    "letter_status_replayed": "replayed {count}x",
}
