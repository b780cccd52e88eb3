"""`python -m bench.one METHOD FOLDER SECONDS SEED OUT`: one method on one instance, then exit.

FOLDER holds the instance, a file for each pool. Several pools share the seconds by their lines and
are solved side by side, a process to each core, as the service does.
"""

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.methods import method
from bench.outcome import Outcome, Outcomes
from matcher.problem import Problem


def main(name: str, folder: str, seconds: float, seed: int, out: str) -> None:
    """Solve and write the outcomes to `out`; what a library prints goes to stderr."""
    os.dup2(2, 1)
    files = sorted(Path(folder).glob("*.json"))
    if len(files) == 1:
        outcomes = [_one(name, files[0], seconds, seed)]
    else:
        outcomes = _side_by_side(name, files, seconds, seed)
    Path(out).write_text(Outcomes(outcomes=tuple(outcomes)).model_dump_json(), encoding="utf-8")


def _side_by_side(name: str, files: list[Path], seconds: float, seed: int) -> list[Outcome]:
    cores = min(2, os.cpu_count() or 1)
    work = [len(_read(file).lines) for file in files]
    share = {file: seconds * cores * w / sum(work) for file, w in zip(files, work, strict=True)}
    # The longest first, so that no core idles at the end.
    order = sorted(files, key=lambda file: -share[file])
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        asked = {file: pool.submit(_one, name, file, share[file], seed) for file in order}
        return [asked[file].result() for file in files]


def _one(name: str, file: Path, seconds: float, seed: int) -> Outcome:
    run, problem = method(name), _read(file)
    return run(problem, seconds, seed)


def _read(file: Path) -> Problem:
    return Problem.model_validate_json(file.read_bytes())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
