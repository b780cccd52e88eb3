"""What posting says, and what it refuses of what was typed."""

POSTING: dict[str, str] = {
    "request_posted": "✓ Posted request {ids} in pool {pool_id}.",
    "talent_posted": "✓ Posted talent {ids} in pool {pool_id}.",
    "vendors_of_request": "vendors: {vendors} (their people are not sent)",
    "line_posted": "line {line}: {role:role}, {hours:grouped} h ({months})",
    "posted_exclusive": ", exclusive",
    "posted_on_site": ", {percent}% on site",
    "capacity_of_talent": "capacity: {months}",
    "talent_without_capacity": "capacity: none",
    "employer_of_talent": "employer: {employer}",
    "training_of_talent": "training: {training}",
    "training_waived": "waived ({reason})",
    "training_done": "done (placed from {month})",
    "post_once_more": "Post it once more?",
    "nothing_posted": "Nothing was posted.",
    "file_or_options": "give --file or the single options, not both",
    "contact_without_name": "--mail and --note need --name",
    "no_role_given": "no role is given; such as {example}",
    "one_role_only": (
        'one --role only; for several demand lines repeat --line, such as --line "pm 8h" '
        '--line "{example}"'
    ),
    "role_without_hours": "--role needs --hours, such as --hours 2026-12=16",
    "hours_without_role": (
        "--hours and the like belong to --role; write a --line's hours inside it"
    ),
    "no_line_given": "no demand line is given; such as {example}",
    "contract_ends_before": (
        "the contract ends in {last}, before it begins in {first}; see --from and --until"
    ),
    "one_name_only": "--name is for one talent at a time",
    "person_file_or_options": "give --person or the single options, not both",
    "person_file_form": '{file} is to hold {{"name": "…", "mail": "…", "note": "…"}}',
    "file_holds_nothing": "{file} holds nothing",
    "file_unreadable": "cannot read {file}: {why}",
    "file_not_utf8": "{file} is not UTF-8",
    "file_not_json": "{file} is not JSON at line {line}, column {column}",
    "file_too_deep": "{file} is nested too deeply",
}
