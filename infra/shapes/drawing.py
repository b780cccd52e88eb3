"""Shapes drawn on a grid that is coarse enough for a page.

Every point goes to the nearest of the grid, so that two neighbours keep the border they share.
"""

from collections.abc import Mapping, Sequence
from math import cos, radians

from infra.shapes.shapes_file import Ring
from models.codes import MunicipalityCode
from models.map_shapes import MapShape, PoolMap

#: Bytes of the picture, and of what stands beside each path in it: link, name, state.
MOST, _BESIDE = 60_000, 260
#: Lines of the grid along the longer side, the finest that fits is taken.
_GRIDS = (1000, 700, 500, 360, 250, 180, 120, 80, 50)

Points = Sequence[tuple[int, int]]


def drawn(outlines: Mapping[MunicipalityCode, Sequence[Ring]]) -> PoolMap:
    """The map of some municipalities."""
    lons = [lon for rings in outlines.values() for ring in rings for lon, _ in ring]
    lats = [lat for rings in outlines.values() for ring in rings for _, lat in ring]
    west, north = min(lons), max(lats)
    # A degree of longitude is shorter in the north.
    narrow = cos(radians((north + min(lats)) / 2))
    wide, high = (max(lons) - west) * narrow, north - min(lats)
    room = max(MOST - 2000 - _BESIDE * len(outlines), MOST // 10)
    for grid in _GRIDS:
        scale = grid / (max(wide, high) or 1)
        shapes = tuple(
            _shape(
                code,
                [
                    [(round((x - west) * narrow * scale), round((north - y) * scale)) for x, y in r]
                    for r in outlines[code]
                ],
                grid,
            )
            for code in sorted(outlines)
        )
        if sum(len(shape.path) for shape in shapes) <= room:
            break
    return PoolMap(
        width=round(wide * scale),
        height=round(high * scale),
        text=max(1, grid // 45),
        shapes=shapes,
    )


def _shape(code: MunicipalityCode, rings: Sequence[Points], grid: int) -> MapShape:
    slim = sorted((_slim(ring) for ring in rings), key=_area, reverse=True)
    largest = slim[0]
    if not _area(largest):  # too small for the grid, and yet somebody lives there
        x, y = rings[0][0]
        largest = [(x, y), (x + 2, y), (x + 2, y + 2), (x, y + 2)]
    seen = [largest, *(ring for ring in slim[1:] if _area(ring) > (grid / 250) ** 2)]
    xs, ys = [x for x, _ in largest], [y for _, y in largest]
    return MapShape(
        code=code,
        path="".join(map(_path, seen)),
        x=(min(xs) + max(xs)) // 2,
        y=(min(ys) + max(ys)) // 2,
        roomy=max(xs) - min(xs) > grid // 20 and max(ys) - min(ys) > grid // 30,
    )


def _slim(ring: Points) -> list[tuple[int, int]]:
    """Without points that say nothing: the same again, or on the way to the next."""
    found: list[tuple[int, int]] = []
    for point in ring:
        if found and found[-1] == point:
            continue
        if len(found) > 1 and _on_the_way(found[-2], found[-1], point):
            found.pop()
        found.append(point)
    if len(found) > 1 and found[0] == found[-1]:
        found.pop()
    return found


def _on_the_way(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    along, across = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
    return along[0] * across[1] == along[1] * across[0]


def _area(ring: Points) -> float:
    return (
        abs(
            sum(
                a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], *ring[:1]), strict=True)
            )
        )
        / 2
    )


def _path(ring: Points) -> str:
    """Relative steps: shorter than places."""
    (x, y), *rest = ring
    text = f"M{x} {y}l"
    for at, (to_x, to_y) in enumerate(rest):
        text += f"{' ' if at else ''}{to_x - x} {to_y - y}"
        x, y = to_x, to_y
    return text.replace(" -", "-") + "z"
