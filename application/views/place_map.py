"""What a map says of each municipality: the same hours as its row on the board."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from application.views.plan import PlanView
from application.views.plan_board import Look, level
from application.views.search_text import found_in
from models.codes import MunicipalityCode
from models.map_shapes import MapShape, PoolMap
from producers.ports import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """One municipality; what several ask jointly counts for each of them."""

    code: MunicipalityCode
    requests: int  #: open requests
    asked: int  #: 要請: hours asked that the plan speaks of
    served: int  #: 充足: hours of work that the plan gives
    state: str  #: none (nothing asked), l0 to l4

    @property
    def percent(self) -> int:
        """充足率 in whole percent; 100 only where all is served."""
        return self.served * 100 // self.asked if self.asked else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """The map and its rows, which say the same; a shape without a row is not looked for."""

    map: PoolMap
    rows: tuple[MapRow, ...]

    @property
    def drawn(self) -> Iterator[tuple[MapShape, MapRow | None]]:
        """Each shape with its row."""
        rows = {row.code: row for row in self.rows}
        for shape in self.map.shapes:
            yield shape, rows.get(shape.code)


def place_map(view: PlanView, look: Look, places: Places, pool_map: PoolMap) -> PlaceMap:
    """All municipalities that have a shape or ask for something, by code."""
    requests, asked, served = Counter[str](), Counter[str](), Counter[str]()
    for each in view.places:
        for code in each.municipalities:
            requests[code] += each.requests
            asked[code] += each.asked
            served[code] += each.served
    codes = {shape.code for shape in pool_map.shapes} | {MunicipalityCode(c) for c in requests}
    return PlaceMap(
        map=pool_map,
        rows=tuple(
            MapRow(
                code=code,
                requests=requests[code],
                asked=asked[code],
                served=served[code],
                state=level(served[code], asked[code]) if asked[code] else "none",
            )
            for code in sorted(codes)
            if look.place in (None, code) and found_in(look.text, (places.name(code),))
        ),
    )
