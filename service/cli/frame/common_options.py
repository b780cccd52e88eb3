"""The options that many commands share, each written once: its name, its help and its default."""

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from wording import Lang


@dataclass(frozen=True, slots=True)
class Common:
    """A shared option: the field of `CallOptions` that it fills, as Typer reads it."""

    field: str
    type: Any
    default: Any = None


LANG = Common(
    "lang",
    Annotated[
        Lang, typer.Option("--lang", envvar="TALENTPOOL_LANG", help="Language of the answers.")
    ],
    "ja",
)
JSON = Common(
    "as_json", Annotated[bool, typer.Option("--json", help="The answer as JSON on stdout.")], False
)
DATABASE = Common(
    "database",
    Annotated[
        str | None,
        typer.Option("--database", help="The store. [env: TALENTPOOL_DATABASE]", metavar="URL"),
    ],
)
KAFKA = Common(
    "kafka",
    Annotated[
        str | None,
        typer.Option(
            "--kafka",
            help="Kafka bootstrap servers; without it the embedded log. [env: TALENTPOOL_KAFKA]",
            metavar="HOST:PORT",
        ),
    ],
)
ACTOR = Common(
    "actor",
    Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="ID",
            help="Who acts, kept with what is written: an id of yours, no name."
            " [env: TALENTPOOL_ACTOR]",
            show_default=False,
        ),
    ],
)
POOL = Common(
    "pool",
    Annotated[
        str | None, typer.Option("--pool", help="Pool: two-digit prefecture code, such as 20.")
    ],
)
WAIT = Common(
    "wait",
    Annotated[
        bool, typer.Option("--wait", help="Wait for the plan that takes it in, and show it.")
    ],
    False,
)
DRY_RUN = Common(
    "dry_run",
    Annotated[bool, typer.Option("--dry-run", help="Only say what would change; write nothing.")],
    False,
)
FORCE = Common(
    "force",
    Annotated[bool, typer.Option("--force", help="Write over a file that is there.")],
    False,
)
YES = Common(
    "yes", Annotated[bool, typer.Option("--yes", help="Do not ask first; for scripts.")], False
)
SEEN = Common(
    "seen",
    Annotated[
        int | None,
        typer.Option(
            "--seen",
            metavar="REVISION",
            min=1,
            help="The revision that was looked at; refused where somebody has changed it since.",
            show_default=False,
        ),
    ],
)
IF_STILL = Common(
    "if_still",
    Annotated[
        str | None,
        typer.Option(
            "--if-still",
            metavar="CODE",
            help="Of an undo line: refused where what it takes back has changed again since.",
            show_default=False,
        ),
    ],
)


def waiting_at_most(seconds: float) -> tuple[Common, Common]:
    """`--wait` and `--deadline`, with its default in seconds."""
    deadline = Annotated[
        float, typer.Option("--deadline", min=0.1, help="Seconds that --wait waits at most.")
    ]
    return WAIT, Common("deadline", deadline, seconds)
