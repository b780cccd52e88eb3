"""What the frame of the command line says: usage, settings, and the ends of a call."""

CLI: dict[str, str] = {
    "setting_wrong": "Setting {name} {wrong}. It means: {means}",
    "settings_wrong": "Settings: {wrong}",
    "argument_sign": "argument {n} holds the control sign {sign}; remove it",
    "timezone_unknown": "is no time zone; write one such as Asia/Tokyo",
    "password_file_unreadable": "the password file cannot be read: {error}",
    "usage_missing_option": "{name} is missing; add it.",
    "usage_missing_argument": "{name} is missing; write it.",
    "usage_no_option": "There is no option {name}. {near}",
    "usage_no_command": "There is no command “{name}”. {near}",
    "usage_missing_command": "The command is missing. {near}",
    "usage_near": "Perhaps {names:or}?",
    "usage_choose": "Choose from: {names}",
    "usage_needs_value": "{name} needs a value.",
    "usage_extra": "Unexpected arguments: {words}. Put values with spaces in quotes.",
    "usage_value": "{name} {wrong}",
    "usage_file_missing": "{name}: there is no file {path}.",
    "usage_file_directory": "{name}: {path} is a directory; name a file.",
    "usage_file_access": "{name}: {path} may not be read or written.",
    "usage_wrong": "This is not how it is used.",
    "usage_how": "How it is used: {command} --help",
    "aborted": "Aborted.",
    "sheet_reading": "reading {name}",
    "head_sheet": "Sheet",
    "head_cell": "Cell",
    "head_what": "What is wrong",
    "head_how": "How to mend it",
    "sheet_file_missing": (
        "There is no file {file}; check its name. `talentpool template requests "
        "{name}` writes an empty sheet"
    ),
    "sheets_not_planned": "✕ {n:count|cell has|cells have} to be mended; nothing was planned.",
    "sheet_was_read": (
        "Read: sheet “{name}” ({kind:sheet_kind}), header in row {header},"
        " pool {pool:pool}, {months}, {rows:count|row}. {counts:spaced}"
    ),
    "sheet_of_month": "{month}",
    "sheet_of_months": "{first} to {last}",
    "sheet_rows_left_out": "Left out: {n}.",
    "sheet_rows_joined": "Joined to the request above: {n}.",
}
