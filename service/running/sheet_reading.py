"""Files that people hand in are read in a child: whatever stands in them, the service goes on."""

import asyncio
import pickle
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from application.imports.read_in import ReadIn
from models.errors import Mistake, TryAgain
from models.ids import PoolId
from models.months import Month

log = structlog.get_logger()

#: Seconds for one file, files at a time, and bytes that a child may answer.
SECONDS, AT_ONCE, LONGEST = 40.0, 2, 64_000_000
_NO_NAME = re.compile(r"[/\\\x00-\x1f]")


class SheetReading:
    """Reads files, few at a time."""

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._places = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, content: bytes, name: str, pool_id: PoolId, first: Month) -> ReadIn:
        """What a file says. Raises Mistake where it is more than the child may take."""
        async with self._places:
            with TemporaryDirectory() as folder:
                # Its name stands in what is said of it.
                file = Path(folder) / (_NO_NAME.sub("_", name)[-60:].lstrip(".") or "sheet")
                await asyncio.to_thread(file.write_bytes, content)
                return await self._read(file, pool_id, first)

    async def _read(self, file: Path, pool_id: PoolId, first: Month) -> ReadIn:
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "service.running.sheet_child", str(file), pool_id, first),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        answer = bytearray()
        try:
            async with asyncio.timeout(self._seconds):
                assert child.stdout is not None
                while len(answer) <= LONGEST and (chunk := await child.stdout.read(1 << 20)):
                    answer += chunk
                code = await child.wait() if len(answer) <= LONGEST else -1
        except TimeoutError:
            code = -1
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        if code:
            log.warning("sheet.not_read", pool_id=pool_id, code=code)
            raise Mistake("sheet_too_much")
        try:
            found = pickle.loads(answer)  # noqa: S301  our own child wrote it
        except Exception as error:
            raise TryAgain("sheet_not_read") from error
        assert isinstance(found, ReadIn)
        return found
