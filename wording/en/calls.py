"""What every command may say."""

CALLS: dict[str, str] = {
    "actor_form": "--as (TALENTPOOL_ACTOR) takes an id, no name and no mail: letters, digits, . _ -"
    " (at most 64), such as --as sato01",
    "away_try_again": "away, try again: {why}",
    "stuck": "stuck: {why}",
}
