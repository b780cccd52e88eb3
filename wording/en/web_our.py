"""Pages of a municipality's officer: who comes, what was asked for, answers."""

WEB_OUR = {
    "web_our_title": "Who comes to {places:place}",
    "web_our_we_answer": "You answer proposals on these pages.",
    "web_our_coordinator_answers": "The coordinator answers proposals for you.",
    "web_our_tell_coordinator": " Tell them whether you accept or decline.",
    "web_our_begin": "Draft a request",
    "web_our_back": "Back to who comes",
    "web_our_back_to_match": "Back to this proposal",
    "web_our_waiting": "Awaiting your answer: {n}",
    "web_our_none_waiting": "No proposal awaits your answer. New ones appear here.",
    "web_our_elsewhere": (
        "You have accepted {n:count|more|more}, which await the talent or another municipality."
    ),
    "web_our_answer": "Answer",
    "web_our_look": "Look at it",
    "web_our_asked_again": "Asked again: the terms changed",
    "web_our_coming": "Who comes when",
    "web_our_coming_caption": (
        "Hours by month. Names appear once both sides have accepted; until then nothing is settled."
    ),
    "web_our_nobody_yet": "Nobody is due yet. Whoever is proposed for your requests appears here.",
    "web_our_see_requests": "See the requests",
    "web_our_person": "Person",
    "web_our_somebody": "Talent",
    "web_our_name_later": "The name appears once both sides have accepted",
    "web_our_hours": "Hours",
    "web_our_sum": "Sum",
    "web_our_month": "Month",
    "web_our_in_all": "{hours} h in all",
    "web_our_where": "Where",
    "web_our_remote_only": "Remote only",
    "web_our_on_site": "{percent}% of the hours on site",
    "web_our_exclusive": "An exclusive posting.",
    "web_our_joint": " (joint)",
    "web_our_by_month": "Hours by month",
    "web_our_by_month_caption": "Hours of work, without the way there.",
    "web_our_requests": "Requests",
    "web_our_requests_of": "Requests and drafts of {places:place}, joint requests too.",
    "web_our_served_of": (
        "Served {served:grouped} of {asked:grouped} h asked (in the months planned)"
    ),
    "web_our_hours_short": "Served {served:grouped} of {asked:grouped} h",
    "web_our_no_requests": "No request was posted yet. Write a draft and hand it to the coordinator.",
    "web_our_drafts": "Your drafts",
    "web_our_drafts_mean": "A draft is planned once it is handed over and posted.",
    "web_our_draft_written": "Being written",
    "web_our_draft_handed": "Handed over",
    "web_our_draft_posted": "Posted",
    "web_our_draft_then_written": "Write on, and hand it to the coordinator in the last step.",
    "web_our_draft_then_handed": (
        "The coordinator looks at it and posts it. You can still change it."
    ),
    "web_our_draft_then_posted": "The coordinator has posted it; it is planned.",
    "web_our_posted": "Posted requests",
    "web_our_requests_caption": (
        "{n:count|request|requests}. Hours are served / asked, together"
        " {served:grouped} / {asked:grouped}."
    ),
    "web_our_lines": "Demand lines by month",
    "web_our_lines_caption": (
        "Hours are served / asked; served are also those that are planned and not proposed yet."
        " Names are of people whom both sides have accepted."
    ),
    "web_our_unmet": "Hours still unmet",
    "web_our_unmet_then": "If hours or conditions can change, speak to the coordinator.",
    "web_our_who_serves": "Who serves",
    "web_our_nobody_serves": "Nobody has been proposed yet.",
    "web_our_to_change": "To change the request, tell the coordinator.",
    "web_our_see_request": "See the request",
    "web_our_answers": "Answers",
    "web_our_has_accepted": "accepted",
    "web_our_has_not_answered": "no answer yet",
    "web_our_accept": "Go on to accept",
    "web_our_decline": "Decline (choose a reason)",
    "web_our_retract_link": "Take the acceptance back",
    "web_our_declined_means": "If you would like what you declined after all, tell the coordinator.",
    "web_our_which_place": "Which municipality answers",
    "web_our_choose": "Choose one",
    "web_our_place_lacks": "Choose which of your own municipalities answers.",
    "web_our_what_follows": "What follows when you record it",
    "web_our_do_not": "Do not",
    "web_our_accept_title": "Accept this proposal",
    "web_our_accept_keeps": "The {hours} h of {span:span} no longer move when plans change.",
    "web_our_accept_others": "It is a joint request: {places:place} must accept too.",
    "web_our_accept_talent_next": "Once the talent accepts too, it is settled and the name appears.",
    "web_our_accept_settles": (
        "The talent has accepted: it is settled once every municipality has, and the name appears."
    ),
    "web_our_accept_back": "You can take the acceptance back.",
    "web_our_record_accept": "Record the acceptance",
    "web_our_nothing_to_accept": (
        "There is nothing to accept now: it was answered, or the proposal has ended."
    ),
    "web_our_decline_title": "Decline this proposal",
    "web_our_reason": "Reason",
    "web_our_reason_lacks": "Choose a reason.",
    "web_our_months_lack": "Choose at least one month.",
    "web_our_which_months": "Which months",
    "web_our_no_this_line": "Somebody else for this work",
    "web_our_no_then_this_line": (
        "The same person is not proposed for this work again; for other work they may be."
    ),
    "web_our_no_this_municipality": "Not this person here",
    "web_our_no_then_this_municipality": (
        "The same person is not proposed for any work of this municipality any more."
    ),
    "web_our_no_hours": "Not enough hours",
    "web_our_no_then_hours": (
        "The person is not proposed for this work until they have more hours in its months."
    ),
    "web_our_no_later": "Not in the months I choose",
    "web_our_no_then_later": (
        "The same person is not proposed for this work in those months; they may be where the"
        " other months suffice."
    ),
    "web_our_decline_ends": "The proposal of {hours} h in {span:span} ends.",
    "web_our_decline_joint": "It is a joint request: the proposal ends for all of {places:place}.",
    "web_our_decline_next": (
        "Plans are looked at again at once, and somebody else may be proposed; if there is nobody,"
        " the hours stay unmet."
    ),
    "web_our_decline_undo": "You cannot take this back here; the coordinator can.",
    "web_our_record_decline": "Record the decline",
    "web_our_nothing_to_decline": (
        "There is nothing to decline now. What both sides have accepted: take your acceptance back"
        " first, or tell the coordinator."
    ),
    "web_our_retract_title": "Take the acceptance back",
    "web_our_retract_open": (
        "It awaits the municipality's answer again. You can accept once more, or decline."
    ),
    "web_our_retract_told": (
        "The talent has accepted: they and the coordinator learn that it is no longer settled."
    ),
    "web_our_retract_may_move": (
        "If nobody else has accepted, the proposal may change when plans are looked at again."
    ),
    "web_our_record_retract": "Record that it is taken back",
    "web_our_keep": "Keep it",
    "web_our_nothing_to_retract": "There is no acceptance to take back.",
    "web_our_recorded_accepted": "The acceptance is recorded",
    "web_our_then_accepted": "It is settled once the other answers are in.",
    "web_our_recorded_confirmed": "{person} is coming: it is settled",
    "web_our_then_confirmed": "The talent has accepted too.",
    "web_our_recorded_declined": "The decline is recorded",
    "web_our_then_declined": "Plans are being looked at again.",
    "web_our_recorded_back": "The acceptance is taken back",
    "web_our_then_back": "It awaits your answer again.",
    "web_our_changed_since": (
        "It changed while you had it open ({reason:reason}). Nothing was recorded yet:"
        " look at it as it stands below, and answer again."
    ),
    "web_our_answer_does_not_fit": (
        "This answer does not fit the state it is in ({state:state}). Nothing was recorded."
    ),
}
