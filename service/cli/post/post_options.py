"""What both kinds of posting share: their options, and their answer."""

import sys
from dataclasses import replace
from typing import Annotated

import typer

from application.commands.post import Post, post
from application.session import Session
from models.errors import Mistake
from producers.desk import PostedBefore
from service import exit_codes
from service.cli.app import err, fail
from service.cli.frame.call_options import CallOptions
from service.cli.frame.printing import say_json
from service.cli.frame.receipts import Answer, give
from service.cli.frame.repeated import repeated
from service.cli.post.posted_words import request_text, talent_text

FileOption = Annotated[
    str | None,
    typer.Option("--file", metavar="FILE", help="The whole as JSON; - reads standard input."),
]
MonthsOption = Annotated[
    str | None,
    typer.Option(
        "--months",
        metavar="MONTHS",
        help="Months of hours that name none, such as 2026-12..2027-03. By default from the next "
        "month to the end of its fiscal year.",
    ),
]
SkillOption = Annotated[
    list[str],
    repeated("--skill", metavar="NAME:LEVEL", says="A skill, 1 to 5; repeatable."),
]
HoursOption = Annotated[
    list[str],
    repeated(
        "--hours",
        metavar="[MONTHS=]HOURS",
        says="2026-12=16, 2026-12..2027-03=16, or 16 for every month; repeatable.",
    ),
]


AgainOption = Annotated[
    bool,
    typer.Option("--again", help="Post it even if the same was posted in the last ten minutes."),
]


def _go_on_after(before: PostedBefore, call: CallOptions) -> None:
    """Go on only where somebody at a terminal says that a second one is meant."""
    words = call.words
    if call.as_json:
        code = "known_already" if before.known else "posted_before"
        told = {"code": code, "subject": before.subject, "message": words.say(before)}
        say_json({"error": told})
        raise typer.Exit(exit_codes.POSTED_BEFORE)
    if before.known or not sys.stdin.isatty():
        fail(f"✕ {words.say(before)}", exit_codes.POSTED_BEFORE)
    err.print(f"△ {words.say(before)}", markup=False, soft_wrap=True)
    if not typer.confirm(words("post_once_more"), err=True):
        fail(words("nothing_posted"), exit_codes.POSTED_BEFORE)


def either_file_or_options(file: str | None, *options: object) -> None:
    """Mistake where an entity is given both whole and in pieces."""
    if file and any(options):
        raise Mistake("file_or_options")


async def posted(session: Session, call: CallOptions, command: Post) -> None:
    """Post them, all or none, and say what was taken and how to take it back.

    The same content posted a moment ago is asked about. Exit 4 where it stays at that.
    """
    try:
        done = await post(session, command)
    except PostedBefore as before:
        _go_on_after(before, call)
        done = await post(session, replace(command, once=False))
    words = call.words
    kind = "request" if command.requests else "talent"
    names = tuple(receipt.subject for receipt in done.receipts)
    pool_id = done.receipts[0].pool_id
    details: list[str] = []
    for request in command.requests:
        details += request_text(request, words)
        details += map(words.say, done.warnings[request.request_id])
    for talent in command.talents:
        details += talent_text(talent, words)
        details += map(words.say, done.warnings[talent.talent_id])
    notes = [words.say(note) for note in done.notes]
    answer = Answer(
        headline=words(f"{kind}_posted", ids=names, pool_id=pool_id),
        details=[*details, *notes],
        receipts=done.receipts,
        undo=[call.command("withdraw", kind, *names, "--pool", pool_id)],
        more={"notes": notes},
    )
    await give(session, answer, call)
