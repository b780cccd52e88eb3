"""What a match rests on, and what a coordinator can do about it."""

AGREEMENTS: dict[str, str] = {
    "answer_accepted": "accepted",
    "answer_open": "not answered",
    "accepted_in_part": " ({done} of {asked} towns)",
    "to_be_looked_at": " (look)",
    "terms_changed_after_acceptance": "△ The terms changed after it was accepted ({what}).",
    "ask_again": "Ask again, and enter the answers:",
    "changed_since_accepted": "Changed since it was accepted: {what}",
    "changed_back": "since then, changed back",
    "changed_hours": "hours",
    "facts_speak_against": "△ Facts speak against what was agreed: {facts}.",
    "match_stands": "The match stands. To keep it, nothing has to be done. Else:",
    "way_retract": "take an acceptance back and ask again",
    "way_unpin": "let the plan move it",
    "way_cancel": "end it and plan the line anew",
    "way_see_request": "see what is asked: PM, terms, vendors",
    "way_see_talent": "see the talent: skills, exclusions, employer",
}
