"""results -> RESULTS.md: what the targets ask, what came out, and how it was measured."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from bench.bounds import Bounds
from bench.record import Record
from bench.report_parts import events_part, gap_part, machine_part
from bench.results import Results
from bench.targets import TARGETS, Target

Key = tuple[str, float, str]


def report(results: Results, bounds: Bounds, tried: str = "") -> str:
    """The page; `tried` is what people have to add to it."""
    by_key: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in results.records:
        by_key[record.size, record.seconds, record.method].append(record)
    parts = [
        machine_part(results.machine, results.command),
        "\n".join(_targets(by_key, bounds)),
        "\n".join(_methods("Methods at equal time", results.records, bounds)),
        *(["\n".join(events_part(results.events))] if results.events else []),
        *(
            ["\n".join(_methods("Growth", results.growth, bounds, per="size"))]
            if results.growth
            else []
        ),
        *(["\n".join(gap_part(results.gap))] if results.gap else []),
        "\n".join(_seeds(results.records, bounds)),
        *([tried.strip()] if tried.strip() else []),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def gap(record: Record, bounds: Bounds) -> float | None:
    """Percent to the best bound known of the instance; None without a plan or a bound."""
    bound = bounds.bound(record.keys)
    if record.score is None or not bound:
        return None
    return 100 * (bound - record.score) / bound


def _targets(by_key: dict[Key, list[Record]], bounds: Bounds) -> Iterator[str]:
    yield "## Targets"
    yield ""
    yield "Every seed has to reach them; gaps are to the best bound known of the instance.\n"
    yield "| size | seconds | asked | found, median / worst | |"
    yield "|---|---|---|---|---|"
    for target in TARGETS:
        records = by_key.get((target.size, target.seconds, "solve"), [])
        for asked, found, met in _judged(target, records, by_key, bounds) if records else ():
            verdict = "met" if met else "**missed**"
            yield f"| {target.size} | {target.seconds:g} | {asked} | {found} | {verdict} |"


def _judged(
    target: Target, records: list[Record], by_key: dict[Key, list[Record]], bounds: Bounds
) -> Iterator[tuple[str, str, bool]]:
    if target.gap_percent is not None:
        gaps = [gap(record, bounds) for record in records]
        known = [one for one in gaps if one is not None]
        met = len(known) == len(gaps) and max(known) <= target.gap_percent
        yield f"gap ≤ {target.gap_percent} %", spread(known, "%"), met
    if target.proved:
        count = sum(record.proved for record in records)
        yield "proved optimal", f"{count} of {len(records)}", count == len(records)
    for name, most, values in (
        ("first plan", target.first_plan, [record.first_plan for record in records]),
        ("bound", target.first_bound, [record.first_bound for record in records]),
    ):
        if most is not None:
            known = [one for one in values if one is not None]
            met = len(known) == len(values) and max(known) <= most
            yield f"{name} in {most:g} s", spread(known, "s"), met
    if target.times_greedy is not None:
        times = _times(records, by_key.get((target.size, target.seconds, "greedy"), []))
        met = bool(times) and min(times) >= target.times_greedy
        found = f"{median(times):.2f} / {min(times):.2f}" if times else "no greedy run"
        yield f"≥ {target.times_greedy} × greedy", found, met
    if target.beats_peers:
        behind = [
            f"{peer} on seed {record.seed}"
            for peer in ("cpsat", "highs", "timefold")
            for record in records
            for other in by_key.get((target.size, target.seconds, peer), [])
            if other.seed == record.seed and (other.score or 0) > (record.score or 0)
        ]
        yield (
            "behind no peer",
            "behind " + ", ".join(behind) if behind else "behind none",
            not (behind),
        )


def _times(records: list[Record], greedy: list[Record]) -> list[float]:
    base = {record.seed: record.score for record in greedy}
    return [r.score / s for r in records if r.score is not None and (s := base.get(r.seed))]


def _methods(
    title: str, records: Sequence[Record], bounds: Bounds, per: str = "size"
) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield (
        f"| {per} | seconds | method | seeds | gap %, median / worst | proved | own bound, over "
        "best % | first plan s | used s, worst | memory MiB, worst | trouble |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    groups: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        groups[record.size, record.seconds, record.method].append(record)
    for (size, seconds, method), group in groups.items():
        gaps = [one for record in group if (one := gap(record, bounds)) is not None]
        over = [
            100 * (record.bound - best) / best
            for record in group
            if record.bound is not None and (best := bounds.bound(record.keys))
        ]
        firsts = [record.first_plan for record in group if record.first_plan is not None]
        trouble = next((record.trouble for record in group if record.trouble), "")
        count = sum(record.score is not None for record in group)
        yield (
            f"| {size} | {seconds:g} | {method} | {count} of {len(group)} | {spread(gaps)} | "
            f"{sum(record.proved for record in group)} | {spread(over)} | {spread(firsts)} | "
            f"{max(record.used for record in group):.1f} | "
            f"{max(record.memory_mib for record in group):.0f} | {_cell(trouble)} |"
        )


def _seeds(records: Iterable[Record], bounds: Bounds) -> Iterator[str]:
    yield "## Every run"
    yield ""
    yield "| size | seed | seconds | method | score | own bound | best bound | gap % | ended |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for r in records:
        one = gap(r, bounds)
        yield (
            f"| {r.size} | {r.seed} | {r.seconds:g} | {r.method} | {r.score or '-'} | "
            f"{r.bound or '-'} | {bounds.bound(r.keys) or '-'} | "
            f"{'-' if one is None else f'{one:.2f}'} | {_cell(r.trouble or r.note)} |"
        )


def spread(values: Sequence[float], unit: str = "") -> str:
    """Median and greatest; a dash where there are none."""
    if not values:
        return "-"
    return f"{median(values):.2f} / {max(values):.2f}{' ' + unit if unit else ''}"


def _cell(text: str) -> str:
    return text.replace("|", "/").replace("\n", " ")[:120]
