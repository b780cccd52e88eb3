"""A talent's own pages: proposals and answers."""

WEB_ME = {
    "web_me_title": "Proposals for you",
    "web_me_head": "Proposals for you: {n}",
    "web_me_answers_reach": (
        "Your answer goes to the coordinator and the municipality. Declining costs you nothing."
    ),
    "web_me_your_role": "Your role",
    "web_me_hours": "Hours",
    "web_me_a_month": "{hours} h a month",
    "web_me_a_month_from_to": "{least} to {most} h a month",
    "web_me_in_all": " ({hours} h in all)",
    "web_me_all_hours": "{hours} h in all",
    "web_me_where": "Where",
    "web_me_remote_only": "Remote only",
    "web_me_on_site_only": "All of it at {places:place}",
    "web_me_on_site": (
        "{percent}% of the hours at {places:place} (the way counts too), the rest remote"
    ),
    "web_me_exclusive": "An exclusive posting: no other work in these months.",
    "web_me_why": "Why you",
    "web_me_why_skill": "Your skill {skill} (you have level {level}, {asked} is asked)",
    "web_me_why_near": "The work is where you are based, {place:place}",
    "web_me_why_there": "You do other work for {place:place} too",
    "web_me_why_only": "Nobody else in the pool meets the conditions",
    "web_me_why_one_of": "Of {count} who meet the conditions, you fit the whole plan best",
    "web_me_why_need": "The municipality needs support badly ({parts:need_part})",
    "web_me_each_month": "What each month becomes if you accept",
    "web_me_hours_by_month": "Hours by month",
    "web_me_way_apart": "Hours. The way there is counted apart.",
    "web_me_month": "Month",
    "web_me_this": "This work",
    "web_me_now": "Other promises",
    "web_me_with": "Together",
    "web_me_limit": "Limit",
    "web_me_if_accepted_proposed": (
        "If you accept, the municipality is told; it is settled once they accept too."
        " You can take it back."
    ),
    "web_me_if_accepted_accepted_by_municipality": (
        "The municipality has accepted: if you accept, it is settled. You can take it back."
    ),
    "web_me_accept": "Accept",
    "web_me_decline": "Decline (choose a reason)",
    "web_me_asked_again": "Asked again: the terms changed",
    "web_me_none_open": "No proposal awaits your answer. New ones appear here.",
    "web_me_state_hours": "Look at your hours",
    "web_me_running": "Your work now",
    "web_me_ahead": "Work to come",
    "web_me_accepted": "Awaiting the municipality",
    "web_me_accepted_means": "You have accepted. It is settled once the municipality accepts.",
    "web_me_ended": "Declined or ended",
    "web_me_ended_means": (
        "If you would like to take on something you declined, tell the coordinator."
    ),
    "web_me_retract_link": "Take your acceptance back",
    "web_me_back": "Back to proposals",
    "web_me_decline_title": "Decline the proposal of {places:place}",
    "web_me_reason": "Reason",
    "web_me_no_this_line": "Not this work",
    "web_me_no_then_this_line": (
        "The same work is not proposed again; other work of the municipality may be."
    ),
    "web_me_no_this_municipality": "Not this municipality",
    "web_me_no_then_this_municipality": "No work of this municipality is proposed any more.",
    "web_me_no_hours": "No time for it",
    "web_me_no_then_hours": "This work is not proposed until you state more hours in its months.",
    "web_me_no_later": "Not in the months I choose",
    "web_me_no_then_later": (
        "This work is not proposed in those months; it may be where the other months suffice."
    ),
    "web_me_which_place": "Which municipality",
    "web_me_choose": "Choose one",
    "web_me_which_months": "Which months",
    "web_me_reason_lacks": "Choose a reason.",
    "web_me_months_lack": "Choose at least one month.",
    "web_me_place_lacks": "Choose the municipality.",
    "web_me_what_follows": "What follows when you record it",
    "web_me_decline_frees": "{hours} h from {span:span} become free for other work.",
    "web_me_decline_next": "The plan is made anew at once, and somebody else may be asked.",
    "web_me_decline_stays": "Other work that you have accepted does not change.",
    "web_me_record_decline": "Record that you decline",
    "web_me_do_not": "Do not decline",
    "web_me_retract_title": "Take back your acceptance of {places:place}",
    "web_me_retract_back_to_offer": (
        "It is a proposal again. You can accept it once more, or decline it."
    ),
    "web_me_retract_place_told": (
        "{places:place} has accepted. They and the coordinator are told that it is not settled."
    ),
    "web_me_retract_may_move": "Where nobody has promised, a new plan may change the proposal.",
    "web_me_record_retract": "Record that you take it back",
    "web_me_keep": "Leave it as it is",
    "web_me_nothing_to_retract": "There is no acceptance to take back.",
    "web_me_recorded_accepted_by_talent": "You have accepted the work at {places:place}",
    "web_me_then_accepted_by_talent": "The municipality has still to answer.",
    "web_me_recorded_confirmed": "The work at {places:place} is settled",
    "web_me_then_confirmed": "The municipality has accepted too. See it in “My year”.",
    "web_me_recorded_declined": "You have declined the proposal of {places:place}",
    "web_me_then_declined": "The plan is being made anew.",
    "web_me_recorded_back": "You have taken back your acceptance of {places:place}",
    "web_me_then_back": "It is a proposal that awaits your answer again.",
    "web_me_not_in_pool": "You ({talent_id}) are not registered in the pool of {pool_id:pool}.\nAsk your coordinator to look at your registration.",
    "web_me_changed_since": (
        "It has changed while you had it open ({reason:reason}). Nothing is recorded."
        " Look at it below as it stands now, and answer again."
    ),
    "web_me_answer_does_not_fit": (
        "That answer does not fit its present state ({state:state}). Nothing is recorded."
    ),
    "web_me_hours_title": "Your hours",
    "web_me_hours_mean": (
        "The most you can work for the pool in a month. The way to a place is taken from it too."
    ),
    "web_me_hours_fixed": (
        " {hours:hours} a month of it go to fixed work such as study meetings and training."
    ),
    "web_me_hours_steps": "in steps of 15 minutes (7.75 or 7:45)",
    "web_me_hours_of": "Hours in {month:month}",
    "web_me_hours_saved": "Saved. The plan is being made anew.",
    "web_me_not_saved_yet": "Not saved yet",
    "web_me_copy_head": "Copy",
    "web_me_copy": "Copy on",
    "web_me_copy_from": " (from {month:month})",
    "web_me_copied": "Copied to {n} months. Nothing changes until you save.",
    "web_me_weekdays": "{n} workdays",
    "web_me_agreed": "Promised {hours}",
    "web_me_proposed": "Proposed {hours}",
    "web_me_stated_now": "Stated now {hours}",
    "web_me_closed": "Closed on: ",
    "web_me_out_of_contract": "Outside your contract",
    "web_me_leave": "Turn leave into hours",
    "web_me_leave_means": (
        "Days off take their part of the month's hours away; weekends, holidays and closed days"
        " cost nothing."
    ),
    "web_me_leave_first": "First day",
    "web_me_leave_last": "Last day",
    "web_me_leave_take": "Put into the table",
    "web_me_leave_taken": (
        "{month:month}: {days} of {of} workdays off, so {before:hours} became {after:hours}."
    ),
    "web_me_leave_order": "The last day is before the first one. Enter the days again.",
    "web_me_leave_outside": "Enter days within the months of this table.",
    "web_me_leave_no_workday": "No workday is among these days: no hours are taken away.",
    "web_me_one_day": "Enter one day only, such as 2027-08-12.",
    "web_me_save": "Save",
    "web_me_unsaved": "There are changes that are not saved",
    "web_me_nothing_changed": "No changes yet",
    "hours_under_agreed": (
        "{amount:hours} in {month:month} are too few for the agreed work ({agreed:hours}) and the"
        " fixed work ({fixed:hours}). State at least {least:hours}, take an acceptance back first,"
        " or ask the coordinator."
    ),
}
