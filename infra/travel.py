"""How long the way between two municipalities takes, from a file of their coordinates."""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from models.codes import MunicipalityCode
from models.errors import Mistake

#: Kilometres of road for each of the great circle, and of an hour on the way.
ROAD, SPEED = 1.3, 40.0
#: Quarters of a ferry, for each end of the way that is an island.
FERRY = 4

_EARTH = 6371.0  #: kilometres
_COLUMNS = ("code", "lat", "lon", "island")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a municipality's office stands, in degrees."""

    lat: float
    lon: float
    island: bool = False


class TravelTable:
    """Quarters one way between two municipalities, both as codes: call it.

    Nothing where it does not know one of the two: who must plan cannot wait for a full table.
    """

    def __init__(self, spots: Mapping[MunicipalityCode, Spot]) -> None:
        self._spots = spots

    @classmethod
    def read(cls, path: Path) -> Self:
        """The table of a CSV file with the columns code, lat, lon, island (1: is one).

        Raises Mistake, with the line, where the file cannot be read so.
        """
        spots: dict[MunicipalityCode, Spot] = {}
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = csv.DictReader(file)
                if missing := [name for name in _COLUMNS if name not in (rows.fieldnames or ())]:
                    raise Mistake(f"{path}: there is no column {missing[0]}")
                for number, row in enumerate(rows, 2):
                    code, spot = _spot(f"{path}, line {number}", row)
                    if code in spots:
                        raise Mistake(f"{path}, line {number}: {code} stands twice")
                    spots[code] = spot
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise Mistake(f"{path}: cannot be read ({type(error).__name__})") from error
        return cls(spots)

    def __call__(self, base: MunicipalityCode, there: MunicipalityCode) -> int:
        one, other = self._spots.get(base), self._spots.get(there)
        if one is None or other is None or base == there:
            return 0
        on_the_road = math.ceil(4 * ROAD * _kilometres(one, other) / SPEED)
        return on_the_road + FERRY * (one.island + other.island)


def _spot(at: str, row: Mapping[str, str | None]) -> tuple[MunicipalityCode, Spot]:
    code = row["code"] or ""
    if len(code) != 6 or not (code.isascii() and code.isdecimal()):
        raise Mistake(f"{at}: {code!r} is not a municipality code of 6 digits")
    if row["island"] not in ("", "0", "1"):
        raise Mistake(f"{at}: island is 1, 0 or empty")
    try:
        lat, lon = float(row["lat"] or ""), float(row["lon"] or "")
    except ValueError as error:
        raise Mistake(f"{at}: lat and lon are degrees, such as 36.2381") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise Mistake(f"{at}: {lat}, {lon} is nowhere on earth")
    return MunicipalityCode(code), Spot(lat, lon, row["island"] == "1")


def _kilometres(one: Spot, other: Spot) -> float:
    """Along the great circle."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (b - a) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_lon) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, chord)))
