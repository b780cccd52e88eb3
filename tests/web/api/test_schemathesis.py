"""The API against its own document: whatever a program sends, no 5xx, and no undocumented answer.

Every check of schemathesis, with a coordinator's token, on a running console with a planned store
of its own. `TALENTPOOL_API_EXAMPLES=200` looks longer.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from models.accounts import AccountRole
from service.wiring import opened
from tests.application.demo_store import settings as store_settings
from tests.web.api.conftest import token_of
from web.api.app import create_api

pytestmark = pytest.mark.timeout(600)

#: Of each operation.
EXAMPLES = int(os.environ.get("TALENTPOOL_API_EXAMPLES", "8"))


@dataclass(frozen=True)
class Running:
    """A console, and a token for its API."""

    address: str
    token: str


@pytest.fixture(scope="module")
def running(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A process that serves the console alone."""
    directory = tmp_path_factory.mktemp("api")
    database = directory / "talentpool.db"
    shutil.copy(sample_store, database)

    async def made() -> str:
        async with opened(store_settings(database)) as parts:
            return await token_of(parts, AccountRole.COORDINATOR, "20")

    token = asyncio.run(made())
    log = directory / "log.txt"
    environment = {**os.environ, "TALENTPOOL_DATABASE": f"sqlite:///{database}"}
    with log.open("w") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "service", "web", "--port", "0"],
            stdout=sink,
            stderr=sink,
            env=environment,
        )
    try:
        yield Running(address=_address(process, log), token=token)
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text()):
            return found.group()
        time.sleep(0.1)
    raise AssertionError(f"no console: {log.read_text()[-2000:]}")


OPERATIONS = sorted(
    f"{method.upper()} {path}"
    for path, methods in create_api().openapi()["paths"].items()
    for method in methods
)


@pytest.fixture(scope="module")
def operations(running: Running) -> dict[str, Any]:
    """The operations of the document as the console serves it."""
    schema = schemathesis.openapi.from_url(f"{running.address}/api/v1/openapi.json")
    return {each.ok().label: each.ok() for each in schema.get_all_operations()}


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("label", OPERATIONS)
def test_every_answer_is_documented_and_none_is_a_fault(
    label: str, mode: GenerationMode, operations: dict[str, Any], running: Running
) -> None:
    """`mode`: what fits the document, and what does not."""

    @given(case=operations[label].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    def call(case: Any) -> None:
        case.call_and_validate(headers={"authorization": f"Bearer {running.token}"})

    call()
