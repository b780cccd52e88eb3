"""How gap, time and memory grow where a pool has more lines, or more talents."""

from collections.abc import Iterator, Sequence

from bench.bounds import Bounds
from bench.record import Record
from bench.run import Agenda, run
from bench.sizes import Size

#: Times the lines, times the talents.
STEPS = ((1, 1), (2, 1), (4, 1), (1, 2), (1, 4), (2, 2), (4, 4))


def growth(size: Size, bounds: Bounds, *, seeds: Sequence[int], seconds: float) -> Iterator[Record]:
    """Records of the size grown step by step, each at the same seconds."""
    for lines, talents in STEPS:
        grown = size.grown(lines=lines, talents=talents)
        yield from run(
            Agenda(size=grown, seeds=seeds, seconds=[seconds], methods=["solve", "greedy"]), bounds
        )
