"""What the desk refuses."""

DESK: dict[str, str] = {
    "request_withdrawn_already": "支援要請 {request_id} は取下げ済みです",
}
