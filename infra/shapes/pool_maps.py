"""The maps of all pools that a file of shapes allows to be drawn."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from infra.shapes.drawing import drawn
from infra.shapes.shapes_file import Ring, read_shapes
from models.codes import MunicipalityCode
from models.ids import PoolId
from models.map_shapes import PoolMap


def pool_maps(path: Path | None, known: Callable[[str], bool]) -> Mapping[PoolId, PoolMap]:
    """By pool, which is a prefecture: the first two digits of a code. Raises Mistake."""
    if path is None:
        return {}
    by_pool: defaultdict[PoolId, dict[MunicipalityCode, list[Ring]]] = defaultdict(dict)
    for code, rings in read_shapes(path, known).items():
        if rings:
            by_pool[PoolId(code[:2])][code] = rings
    return {pool_id: drawn(outlines) for pool_id, outlines in by_pool.items()}
