"""What every command may say."""

CALLS: dict[str, str] = {
    "actor_form": "--as (TALENTPOOL_ACTOR) takes an id, no name and no mail: small letters and"
    " digits (at most 64), such as --as sato01 or --as coordinator:20-1",
    "away_try_again": "away, try again: {why}",
    "stuck": "stuck: {why}",
}
