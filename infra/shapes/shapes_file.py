"""A GeoJSON file of municipalities' shapes, as the national land data have them."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from models.codes import MunicipalityCode, check_digit
from models.errors import Mistake

#: Longitude and latitude in degrees, once around.
Ring = Sequence[tuple[float, float]]
#: A prefecture has some 20 MB; the whole country would fill the memory.
MOST_BYTES = 200_000_000
#: Names of the property that holds the code: our own, and that of the national land data (N03).
_CODE = ("code", "N03_007")
_DEPTH = {"Polygon": 0, "MultiPolygon": 1}


def read_shapes(path: Path, known: Callable[[str], bool]) -> Mapping[MunicipalityCode, list[Ring]]:
    """All rings of each municipality; of those that are not known, none.

    A ward of a designated city belongs to its city. Raises Mistake where the file has none.
    """
    found: defaultdict[MunicipalityCode, list[Ring]] = defaultdict(list)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Mistake("shapes_file_large", file=str(path), most=MOST_BYTES // 1_000_000)
        content = json.loads(path.read_bytes())
        for feature in content["features"]:
            code = _code_of(feature.get("properties") or {}, known)
            if code is not None:
                found[code].extend(_rings(feature["geometry"]))
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        kind = type(error).__name__
        raise Mistake("shapes_file_unreadable", file=str(path), error=kind) from error
    if not any(found.values()):
        raise Mistake("shapes_file_none", file=str(path), names=_CODE)
    return found


def _code_of(
    properties: Mapping[str, Any], known: Callable[[str], bool]
) -> MunicipalityCode | None:
    text = next((str(properties[name]) for name in _CODE if properties.get(name)), "")
    if not (text.isascii() and text.isdecimal() and len(text) in (5, 6)):
        return None  # the sea, or land that belongs to nobody yet
    number, first = int(text[:5]), int(text[:3]) * 100
    # Wards are numbered after their city: 14118 is one of 14100.
    for each in range(number, first - 1, -1):
        five = f"{each:05}"
        if not five.endswith("000") and known(five + check_digit(five)):
            return MunicipalityCode(five + check_digit(five))
    return None


def _rings(geometry: Any) -> Iterator[Ring]:
    """The borders of a shape, of holes too."""
    depth = _DEPTH.get(geometry["type"])
    if depth is None:
        return
    polygons = geometry["coordinates"] if depth else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield [(float(point[0]), float(point[1])) for point in ring]
