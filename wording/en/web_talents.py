"""A coordinator's talents."""

WEB_TALENTS = {
    "web_talents_title": "Talents",
    "web_talents_shown": "{n} of {of}",
    "web_talents_add": "Add a talent",
    "web_talents_words": "Name, id or skill",
    "web_talents_role": "Role",
    "web_talents_skill": "Skill",
    "web_talents_skills": "Skills",
    "web_talents_form": "Employment",
    "web_talents_status": "Status",
    "web_talents_who_left": "Who has left",
    "web_talents_any": "All",
    "web_talents_search": "Search",
    "web_talents_as_list": "List",
    "web_talents_as_matrix": "Skills matrix",
    "web_talents_none": "Nobody fits this. Change what you look for, or show everybody.",
    "web_talents_nobody": "Nobody is here yet. Add them one by one, or bring in a sheet of them under First steps.",
    "web_talents_all": "Show everybody",
    "web_talents_matrix_means": "Numbers are levels from 1 to 5; an empty cell: not stated.",
    "web_talents_holders": "{n} hold it",
    "web_talents_no_skill": "not stated",
    "web_talents_list_means": (
        "Hours over the months of the plan: used (the way included) / available (without fixed work)."
    ),
    "web_talents_name": "Name and id",
    "web_talents_until": "Contract ends",
    "web_talents_used": "Used / available",
    "web_talents_load": "Load",
    "web_talents_coming": "It is taken, and will be here in a few seconds.",
    "web_talents_look_again": "Look again",
    "web_talents_posted": "Added. The plan is being made anew.",
    "web_talents_amended": "Saved. The plan is being made anew.",
    "web_talents_left": "The departure is recorded. The plan is being made anew.",
    "web_talents_back": "To the list of talents",
    "web_talents_erased": "The personal data are gone.",
    "web_talents_came_back": "The departure is taken back. The plan is being made anew.",
    "web_talents_invite": "Invite to the console",
    "web_talents_edit": "Change",
    "web_talents_leave": "Record a departure",
    "web_talents_erase": "Erase personal data",
    "web_talents_has_left": "Has left, and is in no plan.",
    "web_talents_return": "Take the departure back",
    "web_talents_skill_level": "{skill} level {level}",
    "web_talents_contract": "Contract",
    "web_talents_to_renew": "to {month:month} if renewed",
    "web_talents_training": "Training",
    "web_talents_trained": "done (may be placed from {month:month})",
    "web_talents_untrained": "not recorded",
    "web_talents_year": "The year of this talent",
    "web_talents_year_means": (
        "Used (the way included) / available. Dashed bands are proposed, filled ones are fixed."
    ),
    "web_talents_work": "Work",
    "web_talents_sum": "Sum",
    "web_talents_full": "full",
    "web_talents_out": "no contract",
    "web_talents_no_work": "No work is assigned now.",
    "web_talents_ended": "Matches that ended",
    "web_talents_none_ended": "Nothing was declined, cancelled or withdrawn.",
    "web_talents_history": "History",
    "web_talents_was_stated": "Stated anew: {fields:field}",
    "web_talents_was_posted": "Posted",
    "web_talents_service": "planning or import",
    "web_talents_edit_title": "Change {id}",
    "web_talents_new_title": "Add a talent",
    "web_talents_back_to": "Back to {id}",
    "web_talents_person": "Who it is",
    "web_talents_person_means": (
        "Personal data: kept in the list of people only, never in logs or events."
        " An id is enough where there is no name yet."
    ),
    "web_talents_can": "Work and contract",
    "web_talents_id_hint": "Letters and digits (T-001), never a name. Made up where empty.",
    "web_talents_skills_hint": "Such as 業務改革:3, UI・UX:2 with a level from 1 to 5.",
    "web_talents_month_hint": "Such as 2026-12.",
    "web_talents_renewed_hint": (
        "Last month to which a fiscal-year appointment is renewed; March where empty."
    ),
    "web_talents_overhead_hint": "Study meeting, training, own office, each month.",
    "web_talents_trained_hint": "First month of a placement after the training; empty before it.",
    "web_talents_not_waived": "Not waived",
    "web_talents_where": "Where and for whom",
    "web_talents_base_hint": "Where they usually work: travel is counted from there.",
    "web_talents_excluded_hint": "Where they may not work, separated by commas.",
    "web_talents_employer_hint": (
        "Corporate number (13 digits) of whoever else employs them: not sent where it is a vendor."
    ),
    "web_talents_month": "Month",
    "web_talents_each_month": "Hours each month",
    "web_talents_each_month_hint": (
        "For every month of the contract; single months can be changed afterwards."
    ),
    "web_talents_save": "Save the changes",
    "web_talents_post": "Add the talent",
    "web_talents_do_not": "Do not",
    "web_talents_leave_title": "Record that {name} leaves",
    "web_talents_leave_ends": ("Work ends: {agreed} agreed, {asked} proposed, {drafted} drafted."),
    "web_talents_leave_frees": (
        "{hours} h are planned anew with others; what nobody can take becomes unmet."
    ),
    "web_talents_leave_worked": (
        "Hours of months that are over stay. Agreed work of others does not change."
    ),
    "web_talents_leave_back": (
        "It can be taken back; work that ended is then planned as new proposals."
    ),
    "web_talents_leave_agreed": "Of what ends, this was agreed",
    "web_talents_record_leave": "Record the departure",
    "web_talents_erase_title": "Erase the personal data of {name}",
    "web_talents_erase_goes": "Name, mail and note go, and dead letters that hold them.",
    "web_talents_erase_stays": "Plans and matches stay under the id {id}.",
    "web_talents_erase_no_way_back": (
        "Nothing takes it back; an older backup does not bring the person back."
    ),
    "web_talents_erase_is_no_leave": (
        "It is no departure: record that too if their work is to end."
    ),
    "web_talents_id_again": "To make sure, type the id {id}",
    "web_talents_type_id": "That is another id. Type {id}.",
    "web_talents_record_erase": "Erase the personal data",
    "web_talents_role_lacks": "Choose at least one role.",
}
