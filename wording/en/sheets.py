"""What is wrong in a sheet: in a cell, a row, its header; the mend is on the next line."""

SHEETS: dict[str, str] = {
    "column_missing": "Column “{name:column}” is missing.\nUse the header of the template.",
    "months_missing": (
        "There is no column for a month.\nWrite hours below headers such as {example}."
    ),
    "column_unknown": (
        "{at} is not a known header.\n{hint} Delete the column or use the template's header."
    ),
    "column_twice": "{at} is the same column as {first}.\nDelete one of them.",
    "month_far": "{at} lies outside {first} to {last}.\nDelete its hours or mend the header.",
    "month_beyond": "{at} is a month after {last}. Mend the header where it is a slip.",
    "cell_error": "{at} is an error and has no value.\nMend the formula, or write the value.",
    "formula_unknown": (
        "The formula of {at} has no value yet.\nOpen it in Excel and save, or write the value."
    ),
    "cell_damaged": "{at} is damaged.\nWrite it again.",
    "merged_hours": (
        "{at} is merged up to {until}: nobody can tell the hours of each month "
        "and row.\n"
        "Unmerge it and write the hours of each."
    ),
    "merged_columns": (
        "{at} is merged with other columns up to {until}.\nUnmerge it and fill in each."
    ),
    "empty": "{at} ({name:column}) is empty.\nFill it in.",
    "id_twice": "{at} stands in {first} too.\nWrite one row for each talent.",
    "row_sorted": (
        "{at} is empty in a sheet that was sorted: it may be no part of {ident} "
        "above.\n"
        "Write the request ID of this row."
    ),
    "row_alone": "{at} is empty and no request stands above.\nWrite a request ID (R8-001).",
    "no_hours": "{at} asks for no hours.\nWrite hours in some month.",
    "no_capacity": "{at} has no hours to work.\nWrite hours in some month.",
    "contract_order": "{at} is before the contract begins ({first}).\nCheck the contract.",
    "code_name_differ": "{at} does not fit the code ({codes:place}).\nMend one of them.",
    "differs": (
        "{at} differs from {first} of the same request.\nMake them equal, or leave it empty."
    ),
    "line_twice": "{at}: the line number stands in {first} too.\nUse another, or leave it empty.",
    "refused": (
        "The row of {at} is refused ({why:lines}).\nCompare it with the template's example."
    ),
    "is_it_column": "Is it “{name:column}”?",
}
