"""What the desk refuses."""

DESK: dict[str, str] = {
    "request_withdrawn_already": "request {request_id} is withdrawn already",
    "stale_by": (
        "{subject} was changed meanwhile by {actor} ({at:moment}; you saw revision {seen}, "
        "now it is {now}{what}); nothing was written: look again, then change it"
    ),
    "fields_changed": ", changed: {fields:field}",
    "stale_from_to": "{why}\n  changed meanwhile: {changes}",
    "stale": (
        "{subject} was changed meanwhile (you saw revision {seen}, now it is {now}); "
        "nothing was written: look again, then change it"
    ),
    "settings_stale_by": (
        "{of} were changed meanwhile by {actor} ({at:moment}; you saw revision {seen}, "
        "now they are at {now}{what}); nothing was written: look again, then change them"
    ),
    "settings_stale": (
        "{of} were changed meanwhile (you saw revision {seen}, now they are at {now}); "
        "nothing was written: look again, then change them"
    ),
    "revision_to_come": (
        "there is no revision {seen} of {of} yet, it is at {now}; nothing was written: look again"
    ),
    "settings_revised": "the settings of pool {pool_id}",
    "match_revised": "match {match_id}",
    "thing_revised": "{id}",
}
