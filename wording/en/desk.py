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
}
