"""The tour of docs/api.md: its commands, run as written, say what it says they say."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

from models.accounts import AccountRole
from models.webhooks import signature
from service.wiring import opened
from tests.application.demo_store import settings
from tests.web.api.conftest import token_of
from tests.web.api.running_console import running_console

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs/api.md").read_text()
#: Commands, and what they print.
STEPS = re.findall(r"```sh\n([^`]*)```\n\n```json\n([^`]*)```", PAGE)
SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


def fits(said: Any, real: Any) -> bool:
    """Whether the page says nothing else; `…` fits all, and it may leave fields out."""
    if said == "…":
        return True
    if isinstance(said, dict) and isinstance(real, dict):
        return all(name in real and fits(part, real[name]) for name, part in said.items())
    if isinstance(said, list) and isinstance(real, list):
        pairs = zip(said, real, strict=False)
        return len(said) <= len(real) and all(fits(one, other) for one, other in pairs)
    return bool(said == real)


def lines(text: str) -> list[Any]:
    """Documents as values, the other lines as they stand."""
    found = [each for each in text.splitlines() if each]
    return [json.loads(each) if each.startswith("{") else each for each in found]


def test_every_command_says_what_the_page_says(sample_store: Path, tmp_path: Path) -> None:
    database = tmp_path / "talentpool.db"
    shutil.copy(sample_store, database)

    async def made() -> str:
        async with opened(settings(database)) as parts:
            return await token_of(parts, AccountRole.COORDINATOR, "20")

    token = asyncio.run(made())
    with running_console(database) as address:
        env = os.environ | {"API": f"{address}/api/v1", "TOKEN": token}
        for command, said in STEPS:
            done = subprocess.run(
                ["bash", "-ec", command],
                cwd=ROOT,
                env=env,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            assert done.returncode == 0, f"{command}{done.stderr}"
            wanted, real = lines(said), lines(done.stdout)
            assert len(wanted) == len(real), f"{command}{done.stdout}"
            assert all(map(fits, wanted, real)), f"{command}{done.stdout}"


def test_the_page_has_its_steps() -> None:
    assert len(STEPS) > 4
    assert not fits({"status": 412}, {"status": 200})
    assert not fits(["a"], [])


def test_the_example_knows_our_messages() -> None:
    [code] = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    space: dict[str, Any] = {}
    exec(code, space)
    now, body = int(time.time()), b'{"type": "match.changed"}'

    def headers(at: int, signed: bytes = body) -> dict[str, str]:
        right = signature(SECRET, "m-1", at, signed)
        known = {"webhook-id": "m-1", "webhook-timestamp": str(at)}
        return {**known, "webhook-signature": f"v1,other {right}"}

    assert space["is_ours"](SECRET, headers(now), body)
    assert not space["is_ours"](SECRET, headers(now, b"{}"), body)
    assert not space["is_ours"](SECRET, headers(now - 600), body)
