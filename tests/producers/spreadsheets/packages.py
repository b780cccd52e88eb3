"""Workbooks built part by part, as programs other than Excel write them."""

import zipfile
from typing import Any

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = ["要請ID", "市区町村", "事業名", "役割", "2026-07"]
ROW = ["R-1", "佐久市", "窓口", "PM", 8]


def cells(row: Any, values: Any, prefix: str = "") -> Any:
    found = []
    for letter, value in zip("ABCDEFGH", values, strict=False):
        if isinstance(value, str):
            inner = f"<{prefix}is><{prefix}t>{value}</{prefix}t></{prefix}is>"
            found.append(f'<{prefix}c r="{letter}{row}" t="inlineStr">{inner}</{prefix}c>')
        else:
            found.append(f'<{prefix}c r="{letter}{row}"><{prefix}v>{value}</{prefix}v></{prefix}c>')
    return f'<{prefix}row r="{row}">{"".join(found)}</{prefix}row>'


def sheet_xml(
    extra: str = "", *, namespace: Any = MAIN, prefix: str = "", rows: Any = (HEAD, ROW)
) -> Any:
    body = "".join(cells(number, row, prefix) for number, row in enumerate(rows, 1))
    xmlns = f'xmlns:{prefix[:-1]}="{namespace}"' if prefix else f'xmlns="{namespace}"'
    return (
        f"<{prefix}worksheet {xmlns}><{prefix}sheetData>{body}{extra}</{prefix}sheetData>"
        f"</{prefix}worksheet>"
    )


def write(
    path: Any,
    sheet: Any,
    *,
    book: str = "xl/workbook.xml",
    part: str = "xl/worksheets/sheet1.xml",
    office: Any = OFFICE,
    name: Any = lambda each: each,
    kind: str = "worksheet",
    more: Any = (),
) -> Any:
    folder, _, own = book.rpartition("/")
    target = f"/{part}"
    relations = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{office}/{{}}" '
        f'Target="{{}}"/></Relationships>'
    )
    parts = {
        "_rels/.rels": relations.format("officeDocument", book),
        book: f'<workbook xmlns="{MAIN}" xmlns:r="{office}"><sheets>'
        f'<sheet name="支援要請" sheetId="1" r:id="r1"/></sheets></workbook>',
        f"{folder}/_rels/{own}.rels".lstrip("/"): relations.format(kind, target),
        part: sheet,
        **dict(more),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for each, content in parts.items():
            info = zipfile.ZipInfo("x")
            info.filename = name(each)
            made.writestr(info, content)
    return path
