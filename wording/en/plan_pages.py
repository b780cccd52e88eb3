"""A plan as people read it on a terminal."""

PLAN_PAGES: dict[str, str] = {
    "plan_title": "Plan of pool {pool}, version {version}",
    "plan_title_alone": "Plan of pool {pool}",
    "plan_totals": (
        "served/asked {served:grouped}/{asked:grouped} h ({percent}), {assignments} "
        "assignments, {unmet} demand lines unmet"
    ),
    "plan_score": "score {score:number}, {bound}. {status:status}",
    "bound_unknown": "no bound known",
    "bound_reached": "bound {bound:number}, gap 0 (0.0%)",
    "bound_apart": "bound {bound:number}, gap {apart:number} ({percent})",
    "no_assignments": "No assignments.",
    "column_role": "Role",
    "column_talent": "Talent",
    "column_state": "State",
    "column_cause": "Cause",
    "column_hours": "Hours",
    "column_unmet_line": "Unmet demand line",
    "all_planned_covered": "Every planned line is covered.",
    "all_covered": "Every demand line is covered.",
    "enough_is": "Enough: {change}",
    "enough_none": "No single change was found to be enough.",
    "worked_title": (
        "Worked in months that are over (as both sides had agreed; not reported after a visit)"
    ),
    "outside_title": "Requests outside the months planned ({first}–{last}): {count}",
    "outside_row": "- {heading}  {months}  {hours:grouped} h  {why}",
    "outside_over": "their months are over",
    "outside_late": "too late in the running month",
    "outside_beyond": "later than the months planned",
    "more_rows": "{count} more",
    "look_at_title": "Agreements to look at",
    "pool_has_no_plan": (
        "Pool {pool_id} has no plan yet; `talentpool up` runs the service that makes it."
    ),
    "plan_unreadable": (
        "The plan of pool {pool_id} cannot be read by this version and is being planned anew; "
        "where no service runs, start it with `talentpool up`."
    ),
    "nothing_yet": (
        "Nothing here yet. Try `talentpool demo`, or see `talentpool post request --help`."
    ),
    "posting_refused": "✕ refused ({reason}): {detail}",
    "taken_into_plan": "Taken into plan version {version} ({seconds} s). {summary}",
    "line_served_of_asked": "line {line_id}: served/asked {served:grouped}/{asked:grouped} h",
    "line_unmet": "△unmet {hours:grouped} h: {cause:cause}",
    "event_hours": "{hours:grouped} h",
    "event_reason": "[{reason}]",
    "pool_has_no_plan_to_write": (
        "Pool {pool_id} has no plan yet. Post requests and talents, and run `talentpool up`."
    ),
    "waiting_for_events": "Waiting for match events; Ctrl-C ends.",
    "plan_of_event": "― {pool} version {version}　{news}",
    "event_kind_unknown": "there is no --kind {kind}; choose one of these: {known}",
}
