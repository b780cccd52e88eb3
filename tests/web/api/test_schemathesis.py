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
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from models.accounts import AccountRole
from models.ids import PoolId, request_of
from service.wiring import opened
from tests.application.demo_store import settings as store_settings
from tests.web.api.conftest import token_of
from web.api.app import create_api

pytestmark = [pytest.mark.timeout(600), pytest.mark.browser]

#: Of each operation.
EXAMPLES = int(os.environ.get("TALENTPOOL_API_EXAMPLES", "8"))


@dataclass(frozen=True)
class Running:
    """A console, and a token for its API."""

    address: str
    token: str
    own: dict[str, str]  #: values for the parts of addresses that are there


#: Whether valid data are refused is the house's rules, which no schema knows.
NOT_ITS_OWN = [positive_data_acceptance]


@pytest.fixture(scope="module")
def running(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A process that serves the console alone."""
    directory = tmp_path_factory.mktemp("api")
    database = directory / "talentpool.db"
    shutil.copy(sample_store, database)

    async def made() -> tuple[str, dict[str, str]]:
        async with opened(store_settings(database)) as parts:
            token = await token_of(parts, AccountRole.COORDINATOR, "20")
            match = (await parts.store.matches(PoolId("20"), live_only=True))[0]
            own = {"request_id": request_of(match.line_id), "subject": match.match_id}
            own |= {"match_id": match.match_id, "talent_id": match.talent_id}
            return token, {"pool_id": "20", **own}

    token, own = asyncio.run(made())
    log = directory / "log.txt"
    environment = {
        **os.environ,
        "TALENTPOOL_DATABASE": f"sqlite:///{database}",
        "TALENTPOOL_API_PER_MINUTE": "0",
    }
    with log.open("w") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "service", "web", "--port", "0"],
            stdout=sink,
            stderr=sink,
            env=environment,
        )
    try:
        yield Running(address=_address(process, log), token=token, own=own)
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

    @given(case=operations[label].as_strategy(generation_mode=mode), own=st.booleans())
    @settings(
        max_examples=max(2, EXAMPLES // 10) if "comparisons" in label else EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    def call(case: Any, *, own: bool) -> None:
        if own:  # what was drawn is there for nobody
            parts = case.path_parameters or {}
            parts.update({name: running.own[name] for name in parts if name in running.own})
        token = {"Authorization": f"Bearer {running.token}"}
        if mode is GenerationMode.NEGATIVE and "Authorization" not in (case.headers or {}):
            token = {}  # left out on purpose
        case.call_and_validate(headers=token, excluded_checks=NOT_ITS_OWN)

    call()
