"""What the desk refuses, and why a decision does not fit its match."""

REFUSALS: dict[str, str] = {
    "no_request_in_pool": (
        "pool {pool} has no request {id}; posted just now? see that the service runs"
    ),
    "no_talent_in_pool": (
        "pool {pool} has no talent {id}; posted just now? see that the service runs"
    ),
    "id_twice_at_once": "{id} stands twice",
    "code_merged": (
        "{code} ({code:place}) is no more: it is now {successor} ({successor:place})"
        "; write {successor}"
    ),
    "code_is_nobodys": "{code} is not an official code",
    "which_municipality": (
        "match {match_id} is of a joint request ({places:place}): name one "
        "of them, such as --municipality {one:place}"
    ),
    "not_agreed_by_both": (
        "both sides have not agreed to {match_id} yet ({state:state}), so there "
        "is no work to end: take the acceptance back with `talentpool decide "
        "retract {match_id} --by {side}`, decline it with `talentpool decide "
        "decline {match_id} --by {side} --reason hours`, or give it up with "
        "`talentpool decide cancel {match_id}`"
    ),
    "revision_known": "{id} exists at revision {revision}; use amend to change it",
    "line_number_taken": (
        "request {request_id}: line {line} was removed before; give a new line "
        "the number {free} or higher (amend request --add-line does so)"
    ),
    "fact_too_large": (
        "{subject} is too large: {size:number} bytes, at most {most:number};"
        " state fewer lines or skills, or several requests"
    ),
    "no_such_match": "there is no match {match_id}",
    "talent_left_already": "talent {talent_id} has left already",
    "somebody_else_writes": (
        "somebody else is writing the same; nothing was written, try again in half a minute"
    ),
    "no_sample_pool": "there is no sample pool {pool}; sample pools are {known}",
    "worth_too_large": (
        "weight served {served:number} is too large: with needs of {needs} "
        "percent in all, the largest is {most:number}; lower it, or the needs"
    ),
    "hours_of_line": "{request_id}/{line}",
    "hours_of_talent": "{talent_id}",
    "overhead_of_talent": "{talent_id}, overhead",
    "hours_above_limit": (
        "{where}: {amount:grouped} h is more than a month has; at most {limit:grouped} h"
    ),
    "hours_of_month_above_limit": (
        "{where}, {month:month}: {amount:grouped} h is more than a month has;"
        " at most {limit:grouped} h"
    ),
    "months_are_over": (
        "{where}: {months:path|month} is over; state hours from {present:month} on"
    ),
    "span_is_over": (
        "{where}: {first:month} to {last:month} is over; state hours from {present:month} on"
    ),
    "worktime_of_talent": "hours of {talent_id}",
    "posted_the_same": (
        "{id} was posted {ago} with the same content: there is nothing to do,"
        " and nothing was written; to change it use `talentpool amend`"
    ),
    "posted_before": "the same was posted {ago} as {id}; give --again to post it once more",
    "days_ago": "{n} d ago",
    "hours_ago": "{n} h ago",
    "minutes_ago": "{n} min ago",
    "just_now": "a moment ago",
}
