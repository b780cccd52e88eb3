"""`undo`: takes back what an import changed, and nothing that was changed after it."""

from pathlib import Path
from typing import Annotated

import typer

from application.commands.undo_import import undo_import
from application.session import Session
from service import exit_codes
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import DRY_RUN, waiting_at_most
from service.cli.frame.receipts import Answer, give
from service.cli.sheets.undo_file import read_undo
from wording.words import Words


@writes(DRY_RUN, *waiting_at_most(60))
async def undo(
    session: Session,
    call: CallOptions,
    *,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The file that a large import wrote, as it says."),
    ],
) -> None:
    """Take back what an import changed; what was changed after it stays.

    取り込みで変わったところを元に戻します。そのあとに変わったものはそのままにして、挙げます。

    \b
    Example: talentpool undo requests.undo.json --dry-run
    """
    undone = await undo_import(session, read_undo(file), dry_run=call.dry_run)
    words = call.words
    done = [*undone.done, *(words("contact_of", talent_id=each) for each in undone.people)]
    left = [*undone.left, *(words("name_of", talent_id=each) for each in undone.people_left)]
    answer = Answer(
        headline=words(
            "would_be_taken_back" if call.dry_run else "taken_back", done=len(done), left=len(left)
        ),
        details=_details(done, left, words),
        receipts=undone.receipts,
        more={"dry_run": call.dry_run, "undone": done, "left": left},
    )
    await give(session, answer, call)
    if left:
        raise typer.Exit(exit_codes.NOT_FINE)


def _details(done: list[str], left: list[str], words: Words) -> list[str]:
    lines = []
    if done:
        lines.append(words("what_is_taken_back", names=tuple(done)))
    if left:
        lines.append(words("what_is_left", names=tuple(left)))
    return lines
