"""Pages of one request, talent or match, and the list of pools."""

SHOW_PAGES: dict[str, str] = {
    "page_request": "Request",
    "page_request_value": "{request_id} (r{revision})",
    "page_status": "Status",
    "page_municipality": "Municipality",
    "page_theme": "Theme",
    "page_nature": "Nature of work",
    "page_urgency": "Urgency",
    "page_pm_in_place": "PM in place",
    "page_vendors": "Vendors",
    "page_roles": "Roles",
    "page_skills": "Skills",
    "page_form": "Employment form",
    "page_contract": "Contract",
    "page_training": "Training",
    "page_no_training": "no record of its end",
    "page_employer": "Employer",
    "page_base": "Base",
    "page_remote": "Remote",
    "page_at_once": "At once",
    "page_at_once_value": "{count}",
    "page_excluded": "Excluded",
    "page_mail": "Mail",
    "page_revision": "Revision",
    "page_reason": "Reason",
    "page_pinned": "Pinned",
    "page_line": "Demand line",
    "page_talent": "Talent",
    "page_answers": "Answers",
    "page_hours": "Hours",
    "page_by_month": "By month",
    "skill_at": "{name} level {level}",
    "line_terms": "at most {people:count|person|people}, at least {minimum}%, {on_site}% on site",
    "line_exclusive": ", exclusive",
    "contract_renewable": "{first}–{until} (until {last}, or renewed)",
    "candidates_are": "Candidates: {funnel}",
    "or_change": "Or: {change}",
    "why_not_others": "Why not another",
    "others_more": "and {count} more",
    "pools_pool": "Pool",
    "pools_requests": "Requests",
    "pools_talents": "Talents",
    "pools_version": "Version",
    "pools_unmet": "Unmet",
    "pools_outside": "Outside",
    "pools_plan": "Plan",
    "pools_no_plan": "none yet",
    "pool_cannot_be_planned": (
        "✕ Pool {pool_id} could not be planned at version {version} ({reason}, "
        "{tries}x); its last plan stays. It is tried again by itself, and at "
        "once after a change"
    ),
    "absent": "there is no {what} {id}; `talentpool show plan` lists the ids",
    "absent_on_line": (
        "there is no match on the demand line {id}; `talentpool show plan` lists the ids"
    ),
    "several_on_line": "{count} matches on demand line {line_id}; choose one by its id: {matches}",
    "match_of_talent": "{match_id} ({talent_id})",
    "in_several_pools": "several pools have {what} {id}; give --pool, one of {pools}",
    "what_request": "request",
    "what_talent": "talent",
    "what_match": "match",
    "bottlenecks_none": (
        "One more person would serve no more demand lines; `talentpool show "
        "unmet` says what stands in the way."
    ),
}
