"""What the desk refuses."""

DESK: dict[str, str] = {
    "request_withdrawn_already": "request {request_id} is withdrawn already",
    "stale_by": (
        "{subject} was changed meanwhile by {actor} ({at}; you saw revision {seen}, now it is "
        "{now}); nothing was written: look again, then change it"
    ),
    "stale": (
        "{subject} was changed meanwhile (you saw revision {seen}, now it is {now}); "
        "nothing was written: look again, then change it"
    ),
}
