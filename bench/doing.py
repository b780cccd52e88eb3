"""What each command does with its arguments; raises ValueError or OSError for the user to read."""

import argparse
import json
import sys
from pathlib import Path

from bench.agenda import everything
from bench.bounds import Bounds
from bench.events import Event, events, solved
from bench.gap import run_gap
from bench.gap_file import made
from bench.generate import generate as problems_of
from bench.generate import one_pool
from bench.record import Record
from bench.report import report
from bench.results import Results, this_machine
from bench.run import Agenda
from bench.run import run as run_agenda
from bench.sizes import SIZES, pools


def generate(given: argparse.Namespace) -> None:
    """Write one problem, or a folder of them."""
    size, out = SIZES[given.size], given.out
    if given.pool is not None:
        parts = pools(size)
        if not 1 <= given.pool <= len(parts):
            raise ValueError(f"--pool {given.pool}: size {size.name} has {len(parts)}")
        found = [one_pool(parts[given.pool - 1], given.seed)]
    else:
        found = list(problems_of(size, given.seed))
    if len(found) == 1:
        _write(out, found[0].model_dump_json(indent=1) + "\n")
        return
    for problem in found:
        _write(out / f"{problem.pool_id}.json", problem.model_dump_json(indent=1) + "\n")


def run(given: argparse.Namespace) -> None:
    """Run methods, or changes of one line, and show the results."""
    if given.events is not None:
        _show(given, _events(given))
        return
    bounds = Bounds.at(given.bounds or (given.out and given.out.with_suffix(".bounds.json")))
    records: list[Record] = []
    for name in given.sizes:
        agenda = Agenda(
            size=SIZES[name], seeds=given.seeds, seconds=given.seconds, methods=given.methods
        )
        records += run_agenda(agenda, bounds)
    _show(given, Results(machine=this_machine(), command=_command(), records=tuple(records)))


def _events(given: argparse.Namespace) -> Results:
    found: list[Event] = []
    for name in given.sizes:
        for seed in given.seeds:
            problem, plan = solved(one_pool(SIZES[name], seed), given.seconds[0], seed)
            found += events(
                problem,
                plan.assignments,
                changes=given.events,
                repair=given.repair,
                seed=seed,
                reference=given.reference,
            )
    return Results(machine=this_machine(), command=_command(), events=tuple(found))


def gap(given: argparse.Namespace) -> None:
    """Solve the instances of a folder and show the results."""
    found = run_gap(given.folder, seconds=given.seconds, seed=given.seed, peer=not given.no_peer)
    _show(given, Results(machine=this_machine(), command=_command(), gap=tuple(found)))


def gap_generate(given: argparse.Namespace) -> None:
    """Write instances of the kinds and shapes given."""
    for kind in given.kinds.split(","):
        for shape in given.shapes.split(","):
            agents, jobs = (int(number) for number in shape.split("x"))
            instance = made(kind, agents, jobs, given.seed)
            _write(given.folder / f"{instance.name}.txt", instance.text())


def all_of_it(given: argparse.Namespace) -> None:
    """Run everything; what is there survives an interruption, and `--resume` goes on from it."""
    kept = given.out.with_name("results.json")
    if given.resume and kept.exists():
        begun = _results(kept)
    else:
        begun = Results(machine=this_machine(), command=_command())
    bounds = Bounds.at(given.out.with_name("bounds.json"))
    for results in everything(begun, bounds, seeds=given.seeds, quick=given.quick):
        _write(kept, results.model_dump_json(indent=1) + "\n")  # what is there survives a Ctrl-C
    _report(_results(kept), given.out)


def rewrite(given: argparse.Namespace) -> None:
    """Write the report anew."""
    _report(_results(given.results), given.out)


def _report(results: Results, out: Path) -> None:
    bounds = Bounds.at(out.with_name("bounds.json"))
    notes = out.with_name("NOTES.md")
    tried = notes.read_text(encoding="utf-8") if notes.exists() else ""
    _write(out, report(results, bounds, tried))


def _results(path: Path) -> Results:
    return Results.model_validate_json(path.read_bytes())


def _show(given: argparse.Namespace, results: Results) -> None:
    if given.out:
        _write(given.out, results.model_dump_json(indent=1) + "\n")
    if given.json or not given.out:
        sys.stdout.write(_json(results, indent=None if given.json else 1) + "\n")


def _json(value: Results, indent: int | None) -> str:
    rows = value.model_dump(mode="json")
    for record in rows.get("records", ()):
        record.pop("steps")  # long, and for the report only
    return json.dumps(rows, ensure_ascii=False, indent=indent)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _command() -> str:
    return " ".join(["python -m bench", *sys.argv[1:]])
