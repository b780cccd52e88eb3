"""Generalized Assignment Problem: the files, the instances, and the recipes they are made by.

Jobs to agents, each job to exactly one; costs are minimised within the agents' capacities.
Format: `m n`, costs (m rows of n), consumptions (m rows of n), capacities (m); a file may hold
several instances after their count.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

Table = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Agents i, jobs j: `costs[i][j]`, `consumptions[i][j]`, `capacities[i]`."""

    name: str
    costs: Table
    consumptions: Table
    capacities: tuple[int, ...]

    @property
    def agents(self) -> int:
        return len(self.capacities)

    @property
    def jobs(self) -> int:
        return len(self.costs[0])

    def text(self) -> str:
        """As a file of one instance."""
        rows = [(self.agents, self.jobs), *self.costs, *self.consumptions, self.capacities]
        return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def read(path: Path) -> tuple[Instance, ...]:
    """The instances of a file, named after it. Raises ValueError where it is not of the format."""
    try:
        numbers = [int(float(word)) for word in path.read_text(encoding="ascii").split()]
    except (ValueError, OverflowError) as wrong:
        raise ValueError(f"{path.name}: not a table of numbers: {wrong}") from None
    try:
        one, rest = _take(path.stem, numbers)
        if not rest:
            return (one,)
    except ValueError:
        pass  # then the first number is how many instances follow
    if not numbers:
        raise ValueError(f"{path.name}: empty")
    count, rest = numbers[0], numbers[1:]
    found = []
    for at in range(count):
        try:
            instance, rest = _take(f"{path.stem}-{at + 1}", rest)
        except ValueError as wrong:
            raise ValueError(f"{path.name}: instance {at + 1}: {wrong}") from None
        found.append(instance)
    if rest or not found:
        raise ValueError(f"{path.name}: {len(rest)} numbers are left after {count} instances")
    return tuple(found)


def _take(name: str, numbers: list[int]) -> tuple[Instance, list[int]]:
    if len(numbers) < 2 or min(numbers[:2]) < 1:
        raise ValueError("`m n` is missing: numbers of agents and of jobs, at least 1")
    m, n = numbers[:2]
    end = 2 + 2 * m * n + m
    if len(numbers) < end:
        raise ValueError(f"{m} agents and {n} jobs need {end} numbers, {len(numbers)} are there")
    rows = tuple(tuple(numbers[2 + k * n : 2 + (k + 1) * n]) for k in range(2 * m))
    instance = Instance(
        name=name,
        costs=rows[:m],
        consumptions=rows[m:],
        capacities=tuple(numbers[2 + 2 * m * n : end]),
    )
    return instance, numbers[end:]


def made(kind: str, agents: int, jobs: int, seed: int) -> Instance:
    """An instance of type d or e by the published recipe; KeyError for another type."""
    random = Random(f"{kind} {agents} {jobs} {seed}")
    entry = {"d": _entry_d, "e": _entry_e}[kind]
    cells = [[entry(random) for _ in range(jobs)] for _ in range(agents)]
    consumptions = tuple(tuple(cell[0] for cell in row) for row in cells)
    return Instance(
        name=f"{kind}{agents:02d}{jobs:03d}-{seed}",
        costs=tuple(tuple(cell[1] for cell in row) for row in cells),
        consumptions=consumptions,
        # 0.8 of what an agent would need for an equal share of the jobs.
        capacities=tuple(int(0.8 * sum(row) / agents) for row in consumptions),
    )


def _entry_d(random: Random) -> tuple[int, int]:
    """Consumption and cost: what is cheap in hours is dear in cost, nearly."""
    consumption = random.randint(1, 100)
    return consumption, 111 - consumption + random.randint(-10, 10)


def _entry_e(random: Random) -> tuple[int, int]:
    """Consumption and cost: the same, with a long tail."""
    consumption = 1 - 10 * math.log(1 - random.random())
    return round(consumption), max(1, round(1000 / consumption - 10 * random.random()))


def instances(folder: Path) -> Iterator[Instance]:
    """All instances of all files of a folder, by name. Raises ValueError as `read` does."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield from read(path)
