"""A talent's profile."""

WEB_PROFILE = {
    "web_profile_saved": "Saved. The plan is being made anew.",
    "web_profile_undo": "Take this change back",
    "web_profile_contract": "Contract",
    "web_profile_coordinator": "Only the coordinator changes these. Tell them where something is wrong.",
    "web_profile_roles": "Roles",
    "web_profile_form": "Employment",
    "web_profile_months": "Months under contract",
    "web_profile_own": "What you amend yourself",
    "web_profile_skills": "Skills and levels",
    "web_profile_skills_hint": "One a line, with a level from 1 to 5: 業務改革:3.",
    "web_profile_base": "Municipality you are based in",
    "web_profile_base_hint": "Its name or code; empty where there is none.",
    "web_profile_remote": "You work remotely",
}
