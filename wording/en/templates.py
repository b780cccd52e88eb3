"""What an empty sheet says of how it is filled in."""

TEMPLATES: dict[str, str] = {
    "template_header_stays": "The first row is the header. Leave it as it is.",
    "template_example_rows": "Rows with the ID 見本 are examples and are not read. You may delete "
    "them.",
    "template_notes": "Rest the mouse on a header to see how to fill in its column.",
    "template_hours": "Write hours as 7.75 or 7:45, in steps of 15 minutes.",
    "template_rows_of_requests": "Rows with the same request ID are one request. One row is one "
    "demand line (role).",
    "template_rows_of_talents": "One row is one talent. Separate several roles or skills with "
    "commas.",
    "template_places": "Codes and names of the municipalities are on the sheet Choices.",
    "template_faults": "Whatever has to be mended is reported with its cell and how to mend it.",
    "template_choices": "Choices",
    "template_code": "Code",
    "template_municipality": "Municipality",
    "template_choose": "Choose from the list.",
    "template_how": "How to",
}
