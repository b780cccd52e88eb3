"""Coordinates become the time on the way."""

import pytest

from matcher.building.geography import FERRY, Geography
from models.codes import MunicipalityCode
from models.municipality import Municipality

MATSUMOTO, SAKU, SADO, ODAWARA = "202029", "202177", "152242", "142069"


@pytest.fixture
def region() -> Geography:
    """Spots are rough: what matters here is how far they are apart."""
    known = (
        Municipality(code=MATSUMOTO, lat=36.2381, lon=137.9720),
        Municipality(code=SAKU, lat=36.2489, lon=138.4767),
        Municipality(code=SADO, lat=38.0184, lon=138.3681, island=True),
        Municipality(code=ODAWARA, island=True),
    )
    return Geography({place.code: place for place in known})


def test_the_way_is_the_great_circle_by_road_in_quarters(region: Geography) -> None:
    # 45.3 km, 58.9 by road, 88 minutes.
    assert (
        region.way(MunicipalityCode(MATSUMOTO), MunicipalityCode(SAKU))
        == region.way(MunicipalityCode(SAKU), MunicipalityCode(MATSUMOTO))
        == 6
    )


def test_an_island_costs_a_ferry(region: Geography) -> None:
    # 201.1 km, 261.4 by road, 392 minutes: 27 quarters.
    assert (
        region.way(MunicipalityCode(MATSUMOTO), MunicipalityCode(SADO))
        == region.way(MunicipalityCode(SADO), MunicipalityCode(MATSUMOTO))
        == 27 + FERRY
    )


def test_who_is_there_already_needs_no_way(region: Geography) -> None:
    assert region.way(MunicipalityCode(SADO), MunicipalityCode(SADO)) == 0


@pytest.mark.parametrize("unknown", [ODAWARA, "011002"])
def test_where_coordinates_are_not_known_nothing_costs(region: Geography, unknown: str) -> None:
    assert (
        region.way(MunicipalityCode(MATSUMOTO), MunicipalityCode(unknown))
        == region.way(MunicipalityCode(unknown), MunicipalityCode(MATSUMOTO))
        == 0
    )
