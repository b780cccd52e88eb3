"""What the desk refuses."""

DESK: dict[str, str] = {
    "request_withdrawn_already": "request {request_id} is withdrawn already",
}
