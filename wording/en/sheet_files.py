"""What is wrong with a file of a sheet, and what was read of it."""

SHEET_FILES: dict[str, str] = {
    "file_missing": "There is no such file.\nCheck its place and name.",
    "file_type": (
        "This is neither an Excel workbook (.xlsx) nor CSV.\nSave it as .xlsx from Excel."
    ),
    "file_other": "This is {what}.\nSave the table as an Excel workbook (.xlsx).",
    "file_zipped": "This is a zip of files.\nUnpack it and choose the sheet in it.",
    "file_locked": (
        "The file cannot be opened: another program has it, or you may not "
        "read it.\n"
        "Close it there, or check who may read it."
    ),
    "file_encrypted": (
        "The workbook is protected by a password.\nRemove it in Excel and save again."
    ),
    "file_damaged": "The file is damaged.\nOpen it in Excel and save it under another name.",
    "file_empty": "There is nothing in it.\nFill in the template and save it.",
    "file_too_large": "The file is too large (limit {limit}).\nDivide it into several files.",
    "rows_too_many": (
        "{at} lies beyond {rows:number} rows and {columns:number} columns,"
        " the most that is read.\n"
        "Divide the file, or delete stray cells far from the table."
    ),
    "encoding": "Row {row} has characters that cannot be read.\nSave as “CSV UTF-8”.",
    "csv_quote": (
        'The quote (") of {at} is not closed: the rows after it become part '
        "of that cell.\n"
        "Close the quote or delete it."
    ),
    "plan_workbook": (
        "This is an exported plan and no sheet to fill in.\n"
        "Write one with talentpool export sheet.xlsx --what {what}."
    ),
    "sheet_missing": "“{name}” does not name one sheet.\nChoose one of {sheets:names|quoted}.",
    "sheet_unclear": (
        "There are tables on {sheets:names|quoted}, and it is not clear which "
        "is meant.\n"
        "Save with the right one in front, or give import --sheet '{name}' "
        "(plan: --requests-sheet or --talents-sheet)."
    ),
    "sheet_hidden": (
        "The only table is on a hidden sheet: {sheets:names|quoted}.\n"
        "Show it and save, or give import --sheet '{name}' "
        "(plan: --requests-sheet or --talents-sheet)."
    ),
    "table_missing": (
        "There is no header of {kind:sheet_kind} on {sheets:names|quoted}.\n"
        "It needs the columns {needed:column}, and months such as 2026-04."
    ),
    "code_zero": "{at} had lost its leading zero; read as {code} ({code:place}).",
    "code_guessed": "{at} lacked its check digit; read as {code} ({code:place}).",
    "columns_left_out": "Columns with unknown headers were left out: {columns:some|10|列}.",
    "sheet_others": (
        "The sheet in front was read; there are other tables on {sheets:names|quoted}."
    ),
    "skipped_example": (
        "Example rows were left out: {rows:some|5|行}. Write an ID where it is none."
    ),
    "skipped_total": "Rows of totals were left out: {rows:some|5|行}.",
    "skipped_remark": "Rows of remarks were left out: {rows:some|5|行}.",
    "skipped_header": "Headers that are repeated were left out: {rows:some|5|行}.",
    "rows_joined": (
        "{count} rows without an ID were read as part of the request above: {rows:first|5}."
    ),
    "hidden_rows": "{count} hidden rows were read too: {which:some|8|}.",
    "hidden_columns": "{count} hidden columns were read too: {which:some|8|}.",
    "encoding_found": "Read as {encoding}.",
    "row_number": "{row}",
    "row_titled": "{row} ({title})",
    "rows_of_request": "{request_id} ({rows})",
    "file_kind_pdf": "a PDF",
    "file_kind_rtf": "a document (.rtf)",
    "file_kind_html": "a web page (HTML)",
    "file_kind_xml": "an XML file",
    "file_kind_xls": "an old Excel workbook (.xls)",
    "file_kind_xlsb": "a binary workbook (.xlsb)",
    "file_kind_ods": "an OpenDocument sheet (.ods)",
    "file_kind_numbers": "a Numbers sheet (.numbers)",
    "file_kind_word": "a Word document",
    "file_kind_powerpoint": "a PowerPoint presentation",
}
