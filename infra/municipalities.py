"""A CSV file of municipalities: where they lie and what they need."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from models.codes import MunicipalityCode
from models.errors import Mistake
from models.municipality import Municipality

COLUMNS = tuple(Municipality.model_fields)


def read_municipalities(path: Path) -> dict[MunicipalityCode, Municipality]:
    """The municipalities of a file with the column code and any others of COLUMNS.

    An empty cell is not known; island is 1 or 0; several vendors stand with spaces between. Raises
    Mistake, with the line, where the file cannot be read so.
    """
    found: dict[MunicipalityCode, Municipality] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            _refuse_columns(path, rows.fieldnames or ())
            for number, row in enumerate(rows, 2):
                one = _municipality(f"{path}, line {number}", row)
                if one.code in found:
                    raise Mistake(f"{path}, line {number}: {one.code} stands twice")
                found[one.code] = one
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Mistake(f"{path}: cannot be read ({type(error).__name__})") from error
    return found


def _refuse_columns(path: Path, columns: Sequence[str]) -> None:
    if "code" not in columns:
        raise Mistake(f"{path}: there is no column code")
    if strange := [name for name in columns if name not in COLUMNS]:
        raise Mistake(f"{path}: there is no column {strange[0]!r}; known are {', '.join(COLUMNS)}")
    if ("lat" in columns) != ("lon" in columns):
        raise Mistake(f"{path}: lat and lon go together")


def _municipality(at: str, row: Mapping[str | None, str | list[str] | None]) -> Municipality:
    if None in row:
        raise Mistake(f"{at}: there are more cells than columns")
    cells = {str(name): str(cell).strip() for name, cell in row.items() if cell}
    if cells.get("island", "0") not in ("0", "1"):
        raise Mistake(f"{at}: island is 1, 0 or empty")
    if bool(cells.get("lat")) != bool(cells.get("lon")):
        raise Mistake(f"{at}: lat and lon go together")
    given: dict[str, object] = {name: cell for name, cell in cells.items() if cell}
    given["vendors"] = tuple(cells.get("vendors", "").split())
    try:
        return Municipality.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        what = ".".join(str(part) for part in first["loc"]) or "code"
        raise Mistake(f"{at}: {what}: {first['msg'].removeprefix('Value error, ')}") from error
