"""Municipalities of a generated pool: codes whose check digit fits, where they lie, their need."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.distributions import BANDS, SERVED_NOW, WAITED, Band
from matcher.building.geography import Geography
from models.codes import MunicipalityCode, check_digit
from models.months import Month, plus
from models.municipality import Municipality

#: Side of the square in which a prefecture lies, in degrees: about 111 km, in the Gulf of Guinea,
#: so that nobody takes it for a prefecture.
_SIDE = 1.0
#: People for DX of a column of the table of staff, at least.
_STAFF = (0, 1, 2, 3, 4, 5, 6, 11, 21, 51)


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality that may ask."""

    municipality: Municipality
    population: int
    last: Month  #: in which somebody of the pool worked there

    @property
    def code(self) -> MunicipalityCode:
        return self.municipality.code

    @property
    def weight(self) -> float:
        """How many requests it posts against others: a city of a million about four of them."""
        return 1 + math.log10(max(1.0, self.population / 1000))


def places(pool_id: str, count: int, first: Month, random: Random) -> list[Place]:
    """`count` municipalities of a prefecture; the same random state gives the same ones."""
    return [_place(_code(pool_id, at), first, random) for at in range(count)]


def region(places: Sequence[Place]) -> Geography:
    """What is known of them, as the service reads it from a file."""
    return Geography({place.code: place.municipality for place in places})


def _code(pool_id: str, at: int) -> MunicipalityCode:
    five = f"{pool_id}{201 + at:03d}"
    return MunicipalityCode(five + check_digit(five))


def _place(code: MunicipalityCode, first: Month, random: Random) -> Place:
    band = random.choices(BANDS, [sum(band.by_staff) for band in BANDS])[0]
    population = round(math.exp(random.uniform(math.log(band.above), math.log(band.up_to))))
    waited = 0 if random.random() < SERVED_NOW else random.randint(1, WAITED)
    return Place(
        _municipality(code, band, population, random), population, plus(first, -1 - waited)
    )


def _municipality(
    code: MunicipalityCode, band: Band, population: int, random: Random
) -> Municipality:
    island = random.random() < band.island
    return Municipality(
        code=code,
        lat=round(random.uniform(0, _SIDE), 4),
        lon=round(random.uniform(0, _SIDE), 4),
        island=island,
        population=population,
        it_staff=random.choices(_STAFF, band.by_staff)[0],
        digital_services=0 if random.random() < band.no_service[island] else None,
    )
