"""What-if: the comparison of scenarios, and what cannot be read of one."""

WHATIF: dict[str, str] = {
    "whatif_planning": "planning scenarios",
    "whatif_title": "What if: pool {pool}",
    "whatif_live": "Live plan",
    "whatif_as_it_is": "As it is now",
    "whatif_served": "Hours served",
    "whatif_asked": "Hours asked",
    "whatif_reached": "Municipalities reached",
    "whatif_first_tier": "of them, first tier met",
    "whatif_unmet": "Demand lines unmet",
    "whatif_people": "{role:role}: people",
    "whatif_hours": "{role:role}: hours",
    "whatif_moved": "Assignments changed",
    "whatif_cost": "Cost (talent hours)",
    "whatif_score": "Score (from the live plan)",
    "whatif_score_of": "Scores here count what stays as in the live plan; that of `show plan` counts "
    "what stayed when the plan was made, from the plan before, so the two differ.",
    "whatif_planned_anew": "The plan does not follow the latest facts yet; they were planned anew "
    "here.",
    "whatif_open_post": "A vacant post without skills is one with all the skills asked of its "
    "role.",
    "whatif_only_compared": "Only compared: neither the plan nor anything stored has changed.",
    "whatif_make_real": "To make it real:",
    "pool_empty": "nothing is known of pool {pool_id}; see `talentpool post request --help`",
    "scenario": "scenario “{name}”",
    "scenarios_count": "give 1 to {most} scenarios, with --scenario or --file, not {count}; for "
    'example --scenario "vacant pm 40h"',
    "scenario_sign": "scenario “{part}”, “{word}”: write +{word} for more or -{word} for fewer "
    "hours",
    "scenario_weight": "scenario “{part}”: there is no weight “{name}”; choose from {known}",
    "scenario_unreadable": "cannot read the scenario “{part}”; write one of:\n  {forms}",
    "scenario_word_unreadable": "cannot read “{word}” of the scenario “{part}”; write one of:\n"
    "  {forms}",
    "scenario_empty": 'an empty scenario; write for example --scenario "{example}"',
    "scenarios_none_in_file": "{file} has no list of scenarios; write it like {form}",
    "scenario_without_changes": "{where}: write name and a list of changes",
}
