"""What somebody writes to the topics beside the running service."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from infra.embedded.log import EmbeddedLog
from models.event_log import NewRecord
from models.facts import RequestStated
from tests import make


def untitled(request_id: str) -> tuple[NewRecord, NewRecord]:
    """A request as it should be, and with its title misspelt, so that it cannot be taken."""
    request = make.request(request_id, title="窓口改革")
    record = make.message(RequestStated(request=request)).record()
    assert record.value
    return record, replace(record, value=record.value.replace(b'"title"', b'"titel"'))


def append(directory: Path, record: NewRecord) -> None:
    """To the log of the demo whose store is in this directory."""

    async def work() -> None:
        log = EmbeddedLog(directory / "talentpool.db")
        await log.append([record])
        await log.close()

    # The browser has a loop of its own in this thread.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, work()).result(30)
