"""What decisions say of themselves, and what is refused of them."""

DECIDING: dict[str, str] = {
    "decided": "✓ {verb:verb}{who}: {count:count|match|matches} taken{why}.",
    "by_side": " ({side:side})",
    "by_side_of_place": " ({side:side}, {place:place})",
    "for_reason": " ({reason:decline_reason})",
    "no_drafts": "There are no drafts. See `talentpool show plan`.",
    "ended_matches_stay_ended": (
        "The match stays ended; that command lets the pair be offered again, as a new match. "
        "The line is planned anew."
    ),
    "months_before_stay": (
        "The months before stay as agreed; the rest of the line is planned anew."
    ),
    "unbarred_as_new_match": (
        "The match stays ended; where the plan has use for it, a new one is proposed."
    ),
    "whose_answer": "whose answer? give --by talent or --by municipality",
    "ids_or_all": "give match ids or --all, such as decide release --all --pool 20",
    "ids_or_line_and_talent": (
        "give match ids, or both --line and --talent, such as decide unbar --line R-100/1 "
        "--talent T-10 --pool 20"
    ),
    "no_decline_reason": "give --reason: {reasons:coded_decline_reason}",
    "months_with_later": (
        "--months goes with --reason later, and later needs it, such as --reason later "
        "--months 2026-12"
    ),
    "match_of_other_pool": "match {match_id} belongs to pool {pool_id}, not {wanted}",
    "nothing_bars_the_pair": (
        "nothing keeps {talent_id} from being offered {line_id}; see `talentpool show "
        "request {request_id}`"
    ),
    "match_to_decide_unknown": "no match {match_id}; see `talentpool show plan --ids`",
    "drafts_are_released_at_once": (
        "pool {pool_id} proposes drafts at once; first `talentpool configure --pool {pool_id}"
        " --hold-drafts`"
    ),
    "match_stale": (
        "match {subject} has changed since it was seen (revision {now}: {reason:reason}; you "
        "saw {seen}); nothing was written: look again with `talentpool show match {subject}` "
        "and decide"
    ),
    "match_stale_by": (
        "match {subject} has changed since it was seen (revision {now}: {reason:reason}, "
        "{actor}, {at:moment}; you saw {seen}); nothing was written: look again with `talentpool "
        "show match {subject}` and decide"
    ),
}
