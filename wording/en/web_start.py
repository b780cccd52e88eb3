"""The guided first steps."""

WEB_START = {
    "web_start_title": "First steps",
    "web_start_means": "A sheet of talents and a sheet of requests make the first plan. You can stop and go on later.",
    "web_start_talents": "Bring talents in",
    "web_start_requests": "Bring requests in",
    "web_start_done": " (done: {n})",
    "web_start_means_talents": "Name, role, employment form, hours a month. Take the template and write one person a row.",
    "web_start_means_requests": "Municipality, title, hours a month for each role. Take the template and write one demand line a row.",
    "web_start_file_talents": "The talents sheet, filled in",
    "web_start_file_requests": "The requests sheet, filled in",
    "web_start_plan": "See the first plan",
    "web_start_means_plan": "Once talents and requests are in, the plan is made in a moment. Each assignment says why this person.",
    "web_start_wait": "The plan is being made. This page follows by itself.",
    "web_start_which": "Which pool do you want to begin with?",
    "web_start_no_pool": "You have no pool to coordinate yet. Ask an administrator for it.",
    "web_start_no_pool_admin": "Administrators do not work in pools. Make an account for a coordinator and grant it the pool of a prefecture. Whoever signs in with it begins here.",
    "web_start_to_accounts": "Make an account for a coordinator",
    "web_start_back": "Back to the first steps",
}
