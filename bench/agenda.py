"""Everything `make bench` runs, in an order in which the quick answers come first."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.bounds import Bounds
from bench.events import Event, events, solved
from bench.gap import run_gap
from bench.gap_file import made
from bench.generate import one_pool
from bench.growth import growth
from bench.methods import METHODS
from bench.peers.timefold import available
from bench.results import Results
from bench.run import Agenda, run
from bench.sizes import SIZES

#: Size, seconds, methods; `*` is every method there is.
_RUNS: tuple[tuple[str, float, tuple[str, ...]], ...] = (
    ("S9", 5, ("*",)),
    ("S", 15, ("*",)),
    ("M", 30, ("*",)),
    ("S9", 60, ("solve", "highs")),
    ("M", 120, ("solve",)),
    ("XL", 60, ("greedy", "solve")),
    ("L", 300, ("greedy", "solve")),
)
_QUICK: tuple[tuple[str, float, tuple[str, ...]], ...] = (("S9", 2, ("*",)), ("S", 2, ("*",)))
#: Kind, agents, jobs.
_SHAPES = ((5, 100), (10, 100), (20, 100), (20, 200), (20, 400))
_GAP = tuple((kind, agents, jobs) for kind in "de" for agents, jobs in _SHAPES)


def everything(
    results: Results, bounds: Bounds, *, seeds: Sequence[int], quick: bool
) -> Iterator[Results]:
    """The results as they grow, after each part."""
    for name, seconds, methods in _QUICK if quick else _RUNS:
        agenda = Agenda(size=SIZES[name], seeds=seeds, seconds=[seconds], methods=_present(methods))
        for record in run(agenda, bounds):
            results = results.model_copy(update={"records": (*results.records, record)})
            yield results
    results = results.model_copy(update={"events": _events(seeds[0], quick=quick)})
    yield results
    grown = growth(
        SIZES["S"], bounds, seeds=seeds[:1] if quick else seeds[:3], seconds=2 if quick else 15
    )
    results = results.model_copy(update={"growth": tuple(grown)})
    yield results
    found = []
    with TemporaryDirectory(prefix="bench-gap-") as folder:
        for kind, agents, jobs in _GAP[:1] if quick else _GAP:
            instance = made(kind, agents, jobs, seeds[0])
            (Path(folder) / f"{instance.name}.txt").write_text(instance.text(), encoding="ascii")
        for result in run_gap(Path(folder), seconds=2 if quick else 60, seed=seeds[0], peer=True):
            found.append(result)
            yield results.model_copy(update={"gap": tuple(found)})


def _present(methods: Sequence[str]) -> list[str]:
    named = list(METHODS) if "*" in methods else list(methods)
    return [name for name in named if name != "timefold" or available()]


def _events(seed: int, *, quick: bool) -> tuple[Event, ...]:
    problem, plan = solved(one_pool(SIZES["S" if quick else "M"], seed), 2 if quick else 30, seed)
    found = events(problem, plan.assignments, changes=8 if quick else 100, repair=0.5, seed=seed)
    return tuple(found)
