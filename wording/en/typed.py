"""What is wrong with a value that somebody wrote: what, and on the next line how to mend it."""

TYPED: dict[str, str] = {
    "too_long": "{at} is too long.\nAt most {limit} characters.",
    "id_form": "{at} cannot be an ID.\nUse letters, digits and . _ - only, at most 64 (R8-001).",
    "choice": "{at} is not one of the choices.\nChoose one of: {of:choices}.",
    "number": "{at} is not a whole number from {low:number} to {high:number}.\nWrite one.",
    "hours_form": "{at} is not a number of hours.\nWrite hours such as 7.75 or 7:45.",
    "hours_step": (
        "{at} is not a multiple of 15 minutes.\nWrite {below:decimal} or {above:decimal}."
    ),
    "hours_range": "{at} is not between 0 and {limit:number} hours.\nCheck the hours.",
    "hours_comma": (
        "{at} has a comma before fewer or more than three digits.\nWrite {point} or {without}."
    ),
    "made_a_date": (
        "{at} is a date: spreadsheet programs make dates of what is typed as "
        "8-1.\n"
        "Format the cell as text and type it again."
    ),
    "month_form": "{at} is not a month.\nWrite it as 2026-12.",
    "month_number": (
        "{at} may be {january} or {october}: a spreadsheet makes 2027.1 of "
        "2027.10.\n"
        "Write {january} or {october}."
    ),
    "month_year": "{at} has no year.\nWrite it as 2026-12.",
    "month_none": "{at} is no month or day.\nWrite it as 2026-12.",
    "skill": (
        "{at:of}“{part}” is not a skill.\n"
        "Write a name of at most 40 characters and a level from 1 to 5, as "
        "業務改革:3."
    ),
    "skill_digit": (
        "{at:of}the digit of “{part}” may be a level or part of the name.\n"
        "Write {name}:{digit} where it is the level, {part}:1 where it is the "
        "name."
    ),
    "repeated": "{at} names “{part}” twice.\nName it once.",
    "corporate_form": "{at:of}“{part}” is not a corporate number.\nWrite its 13 digits.",
    "corporate_short": "{at:of}“{part}” has 12 digits.\nWith its check digit it is {right}.",
    "corporate_digit": (
        "{at:of}“{part}” has a wrong check digit.\n"
        "If the other twelve are right it is {right}. Check the number."
    ),
    "code_form": "{at} is not a municipality code.\nWrite six digits. {hint:run}",
    "code_either": "{at} has five digits and may be two places.\nWrite six digits. {hint:run}",
    "code_digit": "{at} has a wrong check digit.\nCheck the code. {hint:run}",
    "code_unknown": "{at} is nobody's code.\nCheck the code.",
    "place_stranger": (
        "{at} is in {home:place}, not in {pool:territory}.\nName a municipality of this pool."
    ),
    "name_unknown": (
        "{at} is not a municipality of {pool:territory}.\n"
        "{hint:run} Check the name or write the code."
    ),
    "name_ambiguous": "{at} is not the name of one municipality.\nWrite its code. {hint:run}",
    "too_many": "{at} holds too many (limit {limit}).\nRemove some.",
    "hours_many": "{at} is too much.\nWrite the hours of one month, at most 744 for one person.",
    "day_form": "{at} is not a day.\nWrite one such as 2026-12-28.",
    "days_order": "{at} is no range of days.\nWrite the earlier day first, {most} days at most.",
    "months_order": "{at} ends before it begins.\nSwap the two months.",
    "hours_negative": "{at}: hours are 0 or more.",
    "whole_number": "{at} is not a whole number.\nWrite one such as 20.",
    "json_form": "{at} is not readable as JSON at column {column}.",
    "only_json": "{at}: write JSON here.\nFor hours use --hours 2026-12=24.",
    "code_is": "{code:place} is {code}.",
    "role_repeated": "{at} names “{role:role_name}” twice.\nName it once.",
    "quoted": "“{text}”",
    "in_cell": "{cell} “{text}”",
    "line_has_no_hours": 'The line “{text}” has no hours.\nFor example "{example}".',
    "line_unreadable": ('“{word}” cannot be read in the line “{text}”.\nFor example "{example}".'),
    "field_unknown": "There is no field “{name}”.\nChoose from {near:fields}.",
    "field_fixed": "{name:field} ({name}) cannot be changed.",
    "field_of_line": (
        "“{name}” ({field:field}) is a field of a demand line.\n"
        "Write it with the line's number: 1.{field}=VALUE."
    ),
    "which_of_pools": "there are several pools; give --pool {pools:or}",
    "no_such_pool": "“{text}” is no pool; write the two digits of the prefecture, such as 20",
    "setting_unreadable": (
        "the setting “{text}” cannot be read; write NAME=VALUE (need.island=20)"
        " with a name of {near}"
    ),
    "natures_missing": (
        "no nature of work is given; write natures such as project,advice, or all or none"
    ),
    "setting_number": "“{name}={text}”: write a whole number, such as {name}=20",
    "choice_of_codes": "{at} is not one of the choices.\nChoose one of: {of:coded_choices}.",
    "field_value": "{name:field} “{text}”",
}
