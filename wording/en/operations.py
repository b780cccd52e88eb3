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
}
