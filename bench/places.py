"""Municipalities of a generated pool: codes whose check digit fits, populations, DX staff, need."""

import math
from dataclasses import dataclass
from random import Random

from bench.distributions import BANDS, NEED
from models.codes import MunicipalityCode, check_digit

#: Up to this population an island or a place without any digital service is common. Assumed.
_SMALL = 10_000
#: Shares of small places on islands and without digital service, and percent added for each.
_ISLAND, _NO_SERVICE, _ADDED = 0.06, 0.05, 10


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality that may ask."""

    code: MunicipalityCode
    population: int
    need: int  #: percent of an ordinary line's value

    @property
    def weight(self) -> float:
        """How many requests it posts against others: a city of a million about four of them."""
        return 1 + math.log10(max(1.0, self.population / 1000))


def places(pool_id: str, count: int, random: Random) -> list[Place]:
    """`count` municipalities of a prefecture; the same random state gives the same ones."""
    return [_place(_code(pool_id, at), random) for at in range(count)]


def _code(pool_id: str, at: int) -> MunicipalityCode:
    five = f"{pool_id}{201 + at:03d}"
    return MunicipalityCode(five + check_digit(five))


def _place(code: MunicipalityCode, random: Random) -> Place:
    band = random.choices(BANDS, [sum(band.by_staff) for band in BANDS])[0]
    population = round(math.exp(random.uniform(math.log(band.above), math.log(band.up_to))))
    need = random.choices(NEED, band.by_staff)[0]
    if population <= _SMALL:
        need += _ADDED * (random.random() < _ISLAND) + _ADDED * (random.random() < _NO_SERVICE)
    return Place(code, population, need)
