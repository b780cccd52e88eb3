"""Why a record could not be taken: the reasons of dead letters."""

RECORDS: dict[str, str] = {
    "written_by_newer_version": (
        "written by a newer version ({fields}); replay it once this program is upgraded"
    ),
    "header_missing": "header {header} is missing",
    "header_malformed": "a CloudEvents header is not of its form",
    "type_differs": "header ce_type is not {type}",
    "fact_malformed": "the fact is not of its form ({faults})",
    "key_is_not_the_pool": "the key of the record is not the pool of the fact",
    "fact_is_derived": "{type} is derived by the service, not stated to it",
    "match_unknown": "{verb:verb}: pool {pool_id} has no match {match_id}",
    "gone_on_since_refused": (
        "{subject} has gone on since revision {revision}, which was refused and never applied"
    ),
    "revision_taken": "revision {revision} of {subject} was stated before with other content",
    "stale_since": (
        "{subject} was changed by somebody who saw revision {seen}, when it was at {now} already"
    ),
    "stale_since_by": (
        "{subject} was changed by somebody who saw revision {seen}, when {actor} had made it "
        "revision {now} ({at:moment})"
    ),
    "event_id_taken": "its event id was taken before with other content",
    "hours_beyond_the_month": "{field} of {month:month} is {hours:hours}; at most {most:hours}",
    "hours_beyond_every_month": "{field} is {hours:hours}; at most {most:hours}",
    "value_unstorable": "a value that the store cannot hold ({error})",
    "record_too_large": "the record is larger than the log takes",
    "record_too_large_for_the_broker": "the record is larger than the broker takes",
    "key_or_header_is_no_text": "the key or the name of a header is no text",
    "dead_without_a_reason": "its headers do not say why it is dead",
    "said_by_an_earlier_version": "{kind}: {said}",
    "effect_in_hand": "{effect} {key} is being sent by another process",
    "person_was_erased": "{at:moment}: a person was erased",
    "dropped_by": "{at:moment} {by}: {reason}",
    "said_before": "{said}",
}
