"""Why a decision does not fit its match."""

_ABOUT = "{verb:verb} of match {match_id}: "

DECISIONS: dict[str, str] = {
    code: _ABOUT + why
    for code, why in {
        "match_is_final": "it is {state:state}, which is final",
        "match_bars_nobody": "it is {state:state} and bars nobody",
        "match_changed_since": (
            "it changed since it was seen (revision {seen}, now {now}); look again and decide"
        ),
        "not_its_municipality": (
            "{municipality:place} is not one of its municipalities "
            "(they are {places:place}; an answer is for one of them)"
        ),
        "only_drafts_are_released": "it is {state:state}; only a draft is released",
        "only_open_proposals_are_recalled": (
            "it is {state:state}; only a proposal nobody accepted is recalled"
        ),
        "nothing_to_accept": "it is {state:state}; the {side:side} has nothing to accept",
        "place_has_accepted": "{municipality:place} has accepted already",
        "nothing_to_take_back": "it is {state:state}; the {side:side} has nothing to take back",
        "draft_is_not_declined": "it is a draft; it has not been shown to anybody yet",
        "confirmed_is_not_declined": "it is confirmed; the coordinator can cancel it",
        "fixed_already": "it is fixed already",
        "not_fixed_by_hand": "it is not fixed by hand",
        "ended_is_resumed": "it was ended from a month on; resume takes that back",
        "only_agreed_work_ends": "it is {state:state}; only agreed work ends from a month on",
        "month_is_over": "{month:month} is over; what was worked stays",
        "no_hours_from": "it has no hours from {month:month} on",
        "no_hours_before": "it has no hours before {month:month}; cancel it",
        "nothing_was_ended": "nothing of it was ended",
        "ended_months_are_over": "the months that were ended are over",
    }.items()
}
