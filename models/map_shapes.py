"""A map of a pool's municipalities, drawn small: whole numbers in a box of its own."""

from dataclasses import dataclass

from models.codes import MunicipalityCode


@dataclass(frozen=True, slots=True, kw_only=True)
class MapShape:
    """One municipality: `path` as SVG writes it, and where a text stands in it."""

    code: MunicipalityCode
    path: str
    x: int
    y: int
    roomy: bool  #: a text of two figures has room


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolMap:
    """All municipalities of a pool that a file has shapes of."""

    width: int
    height: int
    text: int  #: height of a text in it
    shapes: tuple[MapShape, ...]
