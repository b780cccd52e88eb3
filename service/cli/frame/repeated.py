"""Options that may be given several times."""

from typing import Any

import typer


def repeated(*names: str, metavar: str, says: str) -> Any:
    """A list of what was given; empty where the option was not."""
    return typer.Option(
        *names, metavar=metavar, help=says, default_factory=list, show_default=False
    )
