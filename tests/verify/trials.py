"""The trials by name, and many seeds of one at once: what was tried, seen and found."""

import multiprocessing
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from tests.verify.every_plan import every_plan
from tests.verify.second_opinion import second_opinion
from tests.verify.spoiled import SPOILS, spoiled

Trial = Callable[[int], Counter[str]]

TRIALS: dict[str, Trial] = {
    "every_plan": every_plan,
    "second_opinion": second_opinion,
    **{f"spoiled:{name}": lambda seed, name=name: spoiled(name, seed) for name in SPOILS},  # type: ignore[misc]
}


@dataclass(slots=True)
class Tally:
    """What many seeds of a trial came to."""

    name: str
    seeds: range
    seconds: float = 0.0
    seen: Counter[str] = field(default_factory=Counter)
    troubles: dict[int, str] = field(default_factory=dict)

    def __str__(self) -> str:
        first, last = self.seeds[0], self.seeds[-1]
        seen = ", ".join(f"{what} {count:,}" for what, count in self.seen.items() if count)
        lines = [
            f"{self.name}: {len(self.seeds):,} problems (seeds {first} to {last}), "
            f"{len(self.troubles)} troubles, {self.seconds:.0f} s; {seen}"
        ]
        for seed, trouble in sorted(self.troubles.items())[:20]:
            lines.append(f"  seed {seed}: {trouble}")
            lines.append(f"    repeat: python -m tests.verify {self.name} {seed}")
        return "\n".join(lines)


def attempt(name: str, seed: int) -> tuple[int, Counter[str], str]:
    """One seed of a trial: what was seen, and the trouble if any."""
    try:
        return seed, TRIALS[name](seed), ""
    except Exception as error:  # a trial that breaks is a trouble too
        return seed, Counter(), f"{type(error).__name__}: {error}"


def tried(name: str, seeds: range, *, processes: int = 1) -> Tally:
    """All the seeds, on so many processes; 1 is this process."""
    began, tally = time.monotonic(), Tally(name, seeds)
    if processes == 1:
        _count(tally, (attempt(name, seed) for seed in seeds))
    else:
        spawning = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(processes, spawning) as pool:
            answers = pool.map(attempt, [name] * len(seeds), seeds, chunksize=10)
            _count(tally, answers)
    tally.seconds = time.monotonic() - began
    return tally


def cores() -> int:
    """Processes worth starting."""
    return os.cpu_count() or 1


def _count(tally: Tally, answers: Iterable[tuple[int, Counter[str], str]]) -> None:
    for seed, seen, trouble in answers:
        tally.seen.update(seen)
        if trouble:
            tally.troubles[seed] = trouble
