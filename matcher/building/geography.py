"""Geography of a pool: coordinates and key figures of its municipalities, and travel times."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.codes import MunicipalityCode
from models.municipality import Municipality

#: Kilometres of road for each of the great circle, and of an hour on the way.
ROAD, SPEED = 1.3, 40.0
#: Quarters of a ferry, for each end of the way that is an island.
FERRY = 4

_EARTH = 6371.0  #: kilometres


@dataclass(frozen=True, slots=True)
class Geography:
    """What is known of municipalities, by code; who must plan cannot wait for all of it."""

    municipalities: Mapping[MunicipalityCode, Municipality] = field(default_factory=dict)

    def way(self, base: MunicipalityCode, there: MunicipalityCode) -> int:
        """Quarters one way; 0 where it is not known where one of the two lies."""
        one, other = self.municipalities.get(base), self.municipalities.get(there)
        if one is None or other is None or base == there:
            return 0
        kilometres = _kilometres(one, other)
        if kilometres is None:
            return 0
        return math.ceil(4 * ROAD * kilometres / SPEED) + FERRY * (one.island + other.island)


def _kilometres(one: Municipality, other: Municipality) -> float | None:
    """Along the great circle."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (b - a) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_lon) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, chord)))
