"""The command line of the benchmarks: what each command reads, runs and writes."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench import doing
from bench.methods import METHODS
from bench.sizes import SIZES


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; exit code 2 with one sentence where the arguments or files are wrong."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        given.run(given)
    except (ValueError, OSError) as wrong:
        parser.exit(2, f"bench: {wrong}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    one = commands.add_parser("generate", help="write a seeded problem; size L writes a folder")
    one.add_argument("--size", choices=SIZES, required=True)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--out", type=Path, required=True)
    one.add_argument("--pool", type=int, metavar="K", help="of size L only pool K, from 1")
    one.set_defaults(run=doing.generate)

    runs = commands.add_parser("run", help="methods at equal time on generated problems")
    runs.add_argument("--sizes", type=_names(SIZES), default=["S9", "S"])
    runs.add_argument("--seeds", type=_seeds, default=_seeds("1-5"))
    runs.add_argument("--seconds", type=_numbers, default=[5.0], help="one or several budgets")
    runs.add_argument("--methods", type=_names(METHODS), default=["solve", "greedy"])
    runs.add_argument("--bounds", type=Path, help="cache of the best bounds known")
    runs.add_argument("--events", type=int, metavar="N", help="instead: N changes of one line")
    runs.add_argument("--repair", type=float, default=0.38, help="seconds for what lies around")
    runs.add_argument(
        "--reference", type=float, default=0.0, help="seconds of a long look, on every tenth change"
    )
    _writes(runs)
    runs.set_defaults(run=doing.run)

    full = commands.add_parser("all", help="everything the targets ask; writes RESULTS.md")
    full.add_argument("--out", type=Path, default=Path("bench/RESULTS.md"))
    full.add_argument("--seeds", type=_seeds, default=_seeds("1-5"))
    full.add_argument("--quick", action="store_true", help="S9 and S, few seconds: a smoke test")
    full.add_argument("--resume", action="store_true", help="go on from results.json beside it")
    full.set_defaults(run=doing.all_of_it)

    page = commands.add_parser("report", help="write RESULTS.md anew from results.json")
    page.add_argument("results", type=Path)
    page.add_argument("--out", type=Path, default=Path("bench/RESULTS.md"))
    page.set_defaults(run=doing.rewrite)

    gap = commands.add_parser("gap", help="Generalized Assignment Problems from files")
    gap.add_argument("folder", type=Path, metavar="DIR")
    gap.add_argument("--seconds", type=float, default=60.0)
    gap.add_argument("--seed", type=int, default=1)
    gap.add_argument("--no-peer", action="store_true", help="leave plain HiGHS out")
    _writes(gap)
    gap.set_defaults(run=doing.gap)

    files = commands.add_parser("gap-generate", help="write such files by the published recipes")
    files.add_argument("folder", type=Path, metavar="DIR")
    files.add_argument("--kinds", default="d,e")
    files.add_argument("--shapes", default="5x100,10x100,20x100,10x200,20x200,20x400")
    files.add_argument("--seed", type=int, default=1)
    files.set_defaults(run=doing.gap_generate)
    return parser


def _writes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="write the results there")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def _names(known: Iterable[str]) -> Callable[[str], list[str]]:
    def parse(text: str) -> list[str]:
        found = text.split(",")
        if strange := [name for name in found if name not in known]:
            raise argparse.ArgumentTypeError(f"{strange[0]} is none of {', '.join(known)}")
        return found

    return parse


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _seeds(text: str) -> list[int]:
    """`1-5` or `1,3,7`."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found
