"""Sizes × seeds × methods × seconds, one process at a time, each plan checked."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.bounds import Bounds
from bench.generate import generate
from bench.record import Record
from bench.sizes import Size


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What to run: every method at each of the seconds, on every seed."""

    size: Size
    seeds: Sequence[int]
    seconds: Sequence[float]
    methods: Sequence[str]


def run(agenda: Agenda, bounds: Bounds) -> Iterator[Record]:
    """The records, as they come; the best bounds known grow with each."""
    for seed in agenda.seeds:
        problems = list(generate(agenda.size, seed))
        for seconds in agenda.seconds:
            for method in agenda.methods:
                # A second run of greedy with more seconds would be the same run.
                if method == "greedy" and seconds != agenda.seconds[0]:
                    continue
                record = Record.measured(agenda.size.name, seed, method, seconds, problems)
                yield _learn(record, bounds)


def _learn(record: Record, bounds: Bounds) -> Record:
    trouble = record.trouble
    for key, score, bound in zip(record.keys, record.scores, record.bounds, strict=False):
        trouble = bounds.learn(key, record.method, score, bound) or trouble
    bounds.save()
    record = record.model_copy(update={"trouble": trouble})
    sys.stderr.write(
        f"{record.size} seed {record.seed} {record.method} {record.seconds:g} s: "
        f"score {record.score} bound {record.bound} used {record.used} s "
        f"{record.memory_mib} MiB {trouble}\n"
    )
    return record
