"""How a writing command was made, and the opened world it writes to."""

import os
import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

import typer

from service.cli.app import settings
from service.wiring import Parts, office_clock, opened
from wording.reader import Lang

WaitOption = Annotated[
    bool, typer.Option("--wait", help="Wait for the plan that takes it in, and show it.")
]
DeadlineOption = Annotated[
    float, typer.Option("--deadline", min=0.1, help="Seconds that --wait waits at most.")
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would change; write nothing.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]

IfStillOption = Annotated[
    str | None,
    typer.Option(
        "--if-still",
        metavar="CODE",
        help="Of an undo line: refused where what it takes back has changed again since.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOptions:
    """How this call was made; the commands it suggests are to be made in the same way."""

    lang: Lang = "ja"
    as_json: bool = False
    wait: bool = False
    deadline: float = 30.0
    database: str | None = None
    kafka: str | None = None

    def command(self, *words: str) -> str:
        """A `talentpool` command that works when pasted here."""
        where = ["--database", self.database] if self.database else []
        where += ["--kafka", self.kafka] if self.kafka else []
        return shlex.join(["talentpool", *words, *where])

    def say(self, ja: str, en: str) -> str:
        """The sentence in the language of this call."""
        return en if self.lang == "en" else ja


@asynccontextmanager
async def write_session(call: CallOptions) -> AsyncIterator[Parts]:
    """Log, store and desk. Log lines begin at warnings: the receipt already says what was kept."""
    level = os.environ.get("TALENTPOOL_LOG_LEVEL", "warning")
    made = settings(call.database, call.kafka, log_level=level)
    async with opened(made, now=office_clock(made)) as parts:
        yield parts
