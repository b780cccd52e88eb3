"""The parts of RESULTS.md that are not about sizes and methods: machine, events, GAP files."""

from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from bench.events import Event, Reaction
from bench.gap import GapResult
from bench.results import Machine
from bench.targets import (
    GAP_HARDEST_PERCENT,
    GAP_PERCENT,
    INSERT_SECONDS,
    REPAIR_SECONDS,
)


def machine_part(machine: Machine, command: str) -> str:
    """Title, machine, versions, command, and how to read the page."""
    packages = ", ".join(f"{name} {version}" for name, version in machine.packages.items())
    return f"""# Benchmark results

Written by `make bench`; do not edit. {machine.cpu}, {machine.cores} cores,
{machine.memory_gib:g} GiB, {machine.system}, Python {machine.python}, {packages}.
Command: `{command}`.

Each run is a fresh process with the same wall clock, one at a time; its clock starts when the
problem is read, and building a model counts. A plan counts only if the checker accepts it, with
the checker's points. The best bound known is the least over all methods and runs, also earlier ones
(bounds.json). Memory is the greatest resident memory of the process and its children.
Greedy takes the time it takes. First plan: seconds until 75 % of the run's last score."""


def events_part(events: Sequence[Event]) -> Iterator[str]:
    """Seconds and other lines moved, of inserting and of a short re-solve."""
    yield "## One line of a solved pool changes"
    yield ""
    yield (
        "| reaction | changes | p50 s | p99 s | asked p99 s | | other lines moved, median / most "
        "| only other hours, median / most | refused |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, most, reactions in (
        ("insert the touched line", INSERT_SECONDS, [event.inserted for event in events]),
        ("short re-solve", REPAIR_SECONDS, [event.repaired for event in events]),
    ):
        late = percentile([r.seconds for r in reactions], 99)
        yield (
            f"| {name} | {len(reactions)} | {percentile([r.seconds for r in reactions], 50):.3f} | "
            f"{late:.3f} | {most:g} | {'met' if late <= most else '**missed**'} | "
            f"{_moved(reactions)} | {_shifted(reactions)} | "
            f"{sum(r.score is None for r in reactions)} |"
        )
    yield from _gains(events)
    both = [
        e.inserted.score / e.repaired.score for e in events if e.inserted.score and e.repaired.score
    ]
    if both:
        yield ""
        yield (
            f"Points after inserting, of those after the re-solve: median {100 * median(both):.2f} "
            f"%, least {100 * min(both):.2f} %."
        )


def _gains(events: Sequence[Event]) -> Iterator[str]:
    """How much of what a long look gains is there at once, and a moment later."""
    some = [
        (e.kept, e.inserted.score, e.repaired.score, max(e.reference, e.repaired.score))
        for e in events
        if e.reference is not None and e.kept is not None and e.inserted.score and e.repaired.score
    ]
    most = sum(reference - kept for kept, _, _, reference in some)
    if most > 0:
        inserted = sum(inserted - kept for kept, inserted, _, _ in some) / most
        repaired = sum(repaired - kept for kept, _, repaired, _ in some) / most
        yield ""
        yield (
            f"Of what a long look at five times the lines gains after {len(some)} of the changes, "
            f"inserting has {100 * inserted:.0f} %, the re-solve {100 * repaired:.0f} %."
        )


def gap_part(results: Sequence[GapResult]) -> Iterator[str]:
    """Cost, bound and gap of each Generalized Assignment Problem."""
    yield "## Generalized Assignment Problems"
    yield ""
    yield "Types d and e by the published recipes, minimised; the peer is HiGHS on the plain model."
    yield ""
    yield "| instance | seconds | cost | own bound | HiGHS cost | HiGHS bound | gap % | asked | |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for r in results:
        hardest = r.agents >= 20 and r.jobs <= 100 and r.name.startswith("d")
        most = GAP_HARDEST_PERCENT if hardest else GAP_PERCENT
        percent = None if r.gap_to_best is None else 100 * r.gap_to_best
        met = "met" if percent is not None and percent <= most else f"**missed** {r.trouble}"
        yield (
            f"| {r.name} | {r.seconds:g} | {r.cost or '-'} | {r.bound or '-'} | "
            f"{r.peer_cost or '-'} | {r.peer_bound or '-'} | "
            f"{'-' if percent is None else f'{percent:.2f}'} | {most} | {met} |"
        )


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent do not exceed; of few values, between the neighbours."""
    if len(values) < 2:
        return values[0] if values else 0.0
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def _moved(reactions: Sequence[Reaction]) -> str:
    counts = [r.moved for r in reactions]
    return f"{median(counts):g} / {max(counts)}"


def _shifted(reactions: Sequence[Reaction]) -> str:
    counts = [r.shifted for r in reactions]
    return f"{median(counts):g} / {max(counts)}"
