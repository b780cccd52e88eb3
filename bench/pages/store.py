"""A store of a generated pool, made as users make it: by commands and a running service."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.generate import one_pool
from bench.sizes import SIZES
from infra.registry import registry
from matcher.problem import Line, Problem
from models.hours import hours_number
from models.ids import line_number
from models.months import Month, month_of, window

TALENTPOOL = (sys.executable, "-m", "service")
#: Seconds for a large pool to be taken in and planned.
_PATIENCE = 900


def fill(folder: Path, size: str, seed: int = 1) -> str:
    """Post a generated pool and plan it once; its id."""
    problem = one_pool(SIZES[size], seed)
    present = month_of(datetime.now(ZoneInfo("Asia/Tokyo")).date())
    months = dict(zip(problem.months, window(present, len(problem.months)), strict=True))
    codes = _official(problem)
    _post(folder, "talent", list(_talents(problem, months, codes)))
    _post(folder, "request", list(_requests(problem, months, codes)))
    with serving(folder, "up", "--no-web"):
        deadline = time.monotonic() + _PATIENCE
        while not _planned(folder, problem.pool_id):
            if time.monotonic() > deadline:
                raise TimeoutError("the pool was not planned in time")
            time.sleep(1)
    return problem.pool_id


def called(folder: Path, *words: str) -> str:
    """What a command prints. Raises CalledProcessError."""
    done = subprocess.run(
        [*TALENTPOOL, *words], capture_output=True, text=True, check=True, env=_environment(folder)
    )
    return done.stdout


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[str]:
    """A service or a console while the block runs; what it has logged once it was ready."""
    log = folder / f"{words[0]}.log"
    with log.open("w") as sink:
        process = subprocess.Popen(
            [*TALENTPOOL, *words], stdout=sink, stderr=sink, env=_environment(folder)
        )
    try:
        while not re.search(r"(service|web)\.started", log.read_text()):
            if process.poll() is not None:
                raise RuntimeError(log.read_text()[-2000:])
            time.sleep(0.1)
        yield log.read_text()
    finally:
        process.terminate()
        process.wait(30)


def _environment(folder: Path) -> dict[str, str]:
    given = {"TALENTPOOL_DATABASE": f"sqlite:///{folder}/talentpool.db"}
    return {**os.environ, **given, "TALENTPOOL_IMPROVE_SECONDS": "0"}


def _planned(folder: Path, pool_id: str) -> bool:
    shown = json.loads(called(folder, "show", "pools", "--json"))["pools"]
    return any(pool["plan"] for pool in shown if pool["pool_id"] == pool_id)


def _post(folder: Path, kind: str, entities: list[dict[str, Any]]) -> None:
    file = folder / f"{kind}s.json"
    file.write_text(json.dumps(entities), encoding="utf-8")
    called(folder, "post", kind, "--file", str(file))


def _official(problem: Problem) -> dict[str, str]:
    """A municipality of the prefecture for each that the generator made up."""
    made = sorted({code for line in problem.lines for code in line.municipalities})
    official = registry().codes(problem.pool_id)[1:]
    return {code: official[at % len(official)] for at, code in enumerate(made)}


def _talents(
    problem: Problem, months: Mapping[Month, Month], codes: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    first, last = min(months.values()), max(months.values())
    for each in problem.talents:
        kept = each.model_dump(mode="json", exclude={"trained_from", "renewed_until"})
        yield kept | {
            "pool_id": problem.pool_id,
            "contract_from": first,
            "contract_until": last,
            "capacity": {months[m]: hours_number(h) for m, h in each.capacity.items()},
            "trained_from": first,
            "excluded": sorted({codes[code] for code in each.excluded if code in codes}),
            "sample": True,
        }


def _requests(
    problem: Problem, months: Mapping[Month, Month], codes: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    in_order = sorted(problem.lines, key=lambda line: (line.request_id, line.line_id))
    for request_id, lines in groupby(in_order, key=lambda line: line.request_id):
        of_request = list(lines)
        yield {
            "pool_id": problem.pool_id,
            "request_id": request_id,
            "title": f"見本の事業 {request_id}",
            "nature": of_request[0].nature.value,
            "municipalities": sorted({codes[code] for code in of_request[0].municipalities}),
            "lines": [_line(line, months) for line in of_request],
            "sample": True,
        }


def _line(line: Line, months: Mapping[Month, Month]) -> dict[str, Any]:
    kept = line.model_dump(mode="json", include={"role", "skills", "people", "minimum_percent"})
    hours = {months[m]: hours_number(h) for m, h in line.hours.items()}
    return kept | {"line": line_number(line.line_id), "hours": hours}
