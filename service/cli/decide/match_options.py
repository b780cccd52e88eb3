"""The options by which the answers of `decide` name matches and who answers."""

from typing import Annotated

import typer

from models.match import Side

MatchesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="MATCH...", help="Match ids, as `talentpool show plan --ids` lists them."
    ),
]
ByOption = Annotated[Side | None, typer.Option("--by", help="Who answers: talent or municipality.")]
MunicipalityOption = Annotated[
    str | None,
    typer.Option(
        "--municipality", help="Which one answers, where the request is of several: 佐久市."
    ),
]
