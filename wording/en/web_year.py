"""A talent's year."""

WEB_YEAR = {
    "web_year_means": (
        "Hours by month and municipality. The way there is counted in the used hours only."
    ),
    "web_year_caption": "Hours. Beneath each municipality: the work of the month and its state.",
    "web_year_used": "Used",
    "web_year_available": "Available",
    "web_year_worked": "Worked (as agreed)",
    "web_year_empty": "No work yet. Once you accept a proposal, its months appear here.",
    "web_year_to_proposals": "Look at proposals",
}
