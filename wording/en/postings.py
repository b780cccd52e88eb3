"""What is taken in, what is not yet, and what becomes of it."""

POSTINGS: dict[str, str] = {
    "request_withdrawn": "✓ Withdrew request {ids}.",
    "talent_withdrawn": "✓ Withdrew talent {ids}.",
    "ended_matches_stay": "Ended matches do not come back: after an undo the pool is planned anew.",
    "not_taken_in_yet": "kept, but not taken in within {seconds:seconds} s: is `talentpool up`"
    " running? There is no need to post again",
    "not_planned_yet": "kept, but not planned within {seconds:seconds} s: is `talentpool up`"
    " running? There is no need to post again",
    "kept_not_planned": "kept, but pool {pool_id} cannot be planned ({why}); its last plan stays:"
    " undo the change, or see `talentpool doctor`",
    "receipt_revision": "revision: {revision}",
    "correlation_id": "correlation id: {id}",
    "to_undo": "to undo: {command}",
    "waiting_for_the_plan": "waiting for the plan…",
}
