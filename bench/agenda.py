"""Everything `make bench` runs, in an order in which the quick answers come first."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.bounds import Bounds
from bench.events import Event, events, solved
from bench.gap import run_gap
from bench.gap_file import made
from bench.generate import one_pool
from bench.growth import growth
from bench.peers.timefold import available
from bench.results import Results
from bench.run import Agenda, run
from bench.sizes import SIZES

_PEERS = ("greedy", "cpsat", "highs", "timefold")


class _Part(NamedTuple):
    """Methods on a size at equal time, on at most so many seeds: long runs on fewer."""

    size: str
    seconds: float
    methods: tuple[str, ...]
    seeds: int = 5


_PARTS = (
    _Part("S9", 5, ("solve", *_PEERS)),
    _Part("S", 15, ("solve", *_PEERS)),
    _Part("M", 30, ("solve", "greedy")),
    _Part("M", 30, ("cpsat", "highs", "timefold"), seeds=2),
    # No contest, a yardstick: gaps are to the best bound known, and these take their time.
    _Part("S9", 280, ("highs",)),
    _Part("S", 280, ("highs",)),
    _Part("S9", 60, ("solve",)),
    _Part("XL", 60, ("solve", "greedy"), seeds=2),
    _Part("M", 120, ("solve",), seeds=2),
    _Part("L", 300, ("solve",), seeds=1),
)
_QUICK = (_Part("S9", 2, ("solve", *_PEERS)), _Part("S", 2, ("solve", *_PEERS)))
#: Agents, jobs.
_SHAPES = ((10, 100), (20, 100), (20, 400))
_GAP = tuple((kind, agents, jobs) for agents, jobs in _SHAPES for kind in "de")


def everything(
    results: Results, bounds: Bounds, *, seeds: Sequence[int], quick: bool
) -> Iterator[Results]:
    """The results as they grow, after each part; what they hold already is not run again."""
    done = {(r.size, r.seed, r.seconds, r.method) for r in results.records}
    for part in _QUICK if quick else _PARTS:
        for seed in seeds[: part.seeds]:
            methods = [
                name
                for name in _present(part.methods)
                if (part.size, seed, part.seconds, name) not in done
            ]
            agenda = Agenda(
                size=SIZES[part.size], seeds=[seed], seconds=[part.seconds], methods=methods
            )
            for record in run(agenda, bounds) if methods else ():
                results = results.model_copy(update={"records": (*results.records, record)})
                yield results
    if not results.events:
        # Apart: what this process once held would be told as the least that any later one holds.
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            found = apart.submit(_events, seeds[0], quick=quick).result()
        results = results.model_copy(update={"events": found})
        yield results
    if not results.growth:
        grown = growth(SIZES["S"], bounds, seeds=seeds[:1], seconds=2 if quick else 15)
        results = results.model_copy(update={"growth": tuple(grown)})
        yield results
    with TemporaryDirectory(prefix="bench-gap-") as folder:
        for kind, agents, jobs in _GAP[:1] if quick else _GAP:
            instance = made(kind, agents, jobs, seeds[0])
            if instance.name not in {one.name for one in results.gap}:
                path = Path(folder) / f"{instance.name}.txt"
                path.write_text(instance.text(), encoding="ascii")
        if not any(Path(folder).iterdir()):
            return
        for result in run_gap(Path(folder), seconds=2 if quick else 60, seed=seeds[0], peer=True):
            results = results.model_copy(update={"gap": (*results.gap, result)})
            yield results


def _present(methods: Sequence[str]) -> list[str]:
    return [name for name in methods if name != "timefold" or available()]


def _events(seed: int, *, quick: bool) -> tuple[Event, ...]:
    problem, plan = solved(one_pool(SIZES["S" if quick else "M"], seed), 2 if quick else 30, seed)
    found = events(
        problem,
        plan.assignments,
        changes=8 if quick else 100,
        repair=0.38,
        seed=seed,
        reference=1 if quick else 10,
    )
    return tuple(found)
