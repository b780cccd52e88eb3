"""A CSV file of municipalities: where they lie and what they need."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from models.codes import MunicipalityCode
from models.errors import Mistake
from models.municipality import Municipality
from models.phrase import Phrase
from models.validation import mistake

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
                at = Phrase.of("file_line", file=str(path), line=number)
                one = _municipality(at, row)
                if one.code in found:
                    raise Mistake("places_file_twice", at=at, code=one.code)
                found[one.code] = one
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Mistake(
            "places_file_unreadable", file=str(path), error=type(error).__name__
        ) from error
    return found


def _refuse_columns(path: Path, columns: Sequence[str]) -> None:
    if "code" not in columns:
        raise Mistake("places_file_no_code", file=str(path))
    if strange := [name for name in columns if name not in COLUMNS]:
        raise Mistake("places_file_column", file=str(path), column=strange[0], known=COLUMNS)
    if ("lat" in columns) != ("lon" in columns):
        raise Mistake("places_file_position", at=str(path))


def _municipality(at: Phrase, row: Mapping[str | None, str | list[str] | None]) -> Municipality:
    if None in row:
        raise Mistake("places_file_cells", at=at)
    cells = {str(name): str(cell).strip() for name, cell in row.items() if cell}
    if cells.get("island", "0") not in ("0", "1"):
        raise Mistake("places_file_island", at=at)
    if bool(cells.get("lat")) != bool(cells.get("lon")):
        raise Mistake("places_file_position", at=at)
    given: dict[str, object] = {name: cell for name, cell in cells.items() if cell}
    given["vendors"] = tuple(cells.get("vendors", "").split())
    try:
        return Municipality.model_validate(given)
    except ValidationError as error:
        raise mistake(error, at) from error
