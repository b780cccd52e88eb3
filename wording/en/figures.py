"""What figures are called, wherever they are shown: on pages, in sheets, in columns."""

FIGURES: dict[str, str] = {
    "figure_available": "Available",
    "figure_assigned": "Assigned",
    "figure_travel": "Travel",
    "figure_used": "Used (assigned + travel)",
    "figure_free": "Free",
    "figure_load": "Load",
    "figure_asked": "Asked",
    "figure_served": "Served",
    "figure_unmet": "Unmet",
    "figure_served_rate": "Served %",
    "figure_outside": "Outside the plan",
    "figure_worked": "Worked (as agreed)",
    "figure_total": "Total",
}
