"""What operators do: erase, back up, restore, run, try the demo."""

OPERATIONS: dict[str, str] = {
    "give_yes": "{what} Give --yes if that is what you want",
    "go_on": "Go on?",
    "nothing_was_changed": "nothing was changed",
    "erase_unknown": "pool {pool_id} has no talent {talent_id}",
    "erase_ask": "Name, mail and note of {talent_id} are erased; nothing undoes it.",
    "erased": "✓ Erased name, mail and note of {talent_id}.",
    "erased_unknown": "✓ No name was kept of {talent_id}; noted as erased.",
    "erased_letters": "  dead letters whose bytes went: {letters}",
    "erased_everywhere": "  The bytes are out of the database's files, and no older backup brings "
    "them back.",
    "erased_but_logs": "  PostgreSQL's own WAL and records on Kafka's topics go with their "
    "retention (docs/operations.md).",
    "demo_posting": "posting the samples…",
    "demo_planning": "planning…",
    "demo_improving": "improving the plans…",
    "demo_pool": "Plan of pool {pool} (sample)",
    "demo_try": "Try `talentpool post …` in another terminal: what it moves shows here.",
    "demo_declined": "Talent {talent_id} declined demand line {line_id}.",
    "demo_withdrawn": "Request {request_id} was withdrawn.",
    "demo_more_hours": "Talent {talent_id} works {hours:hours} more in each of 3 months.",
    "backup_to_no_file": "{file} is no ordinary file; name a file for the backup",
    "backed_up": "✓ Backed up to {file} ({size:number} bytes).",
    "restore_ask": "The store is replaced by {file}, and the log is taken again from its "
    "beginning.",
    "restoring": "restoring…",
    "restored": "✓ Restored from {file}; {confirmed} matches are confirmed.",
    "restored_facts": "  {applied} facts that came after the backup were taken from the log.",
    "restored_waiting": "  △ {waiting} decisions wait for a match nobody told of (see doctor).",
    "restored_named_and_more": "{named} and {more} more (all in --json)",
    "restored_without_name": "  {count} talents have no name kept: {named}; where they were posted "
    "after the backup, give it with `talentpool amend talent ID --pool P --name`.",
    "restored_unreadable_aside": "  △ The file in place could not be read as a database: it is now "
    "{file}, and what came after the backup is in there alone. Keep it; SQLite may get at some of "
    "it (sqlite3 {file} .recover).",
    "restored_other_aside": "  △ The file in place can be read, but its log is not the one that "
    "was backed up: it is now {file}, and none of it was restored. See it with "
    "`talentpool show pools --database sqlite:///{file}`.",
    "restored_start_again": "  Start it again with `talentpool up`.",
}
