"""Options that tell who a talent is, of those who post and of those who amend."""

from typing import Annotated

import typer

NameOption = Annotated[
    str | None, typer.Option(help="The person's name; kept in the people table only.")
]
PersonFileOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Name, mail and note as JSON; - reads standard input. Unlike options, it shows in "
        "no list of processes and no history.",
    ),
]
