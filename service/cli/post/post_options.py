"""What both kinds of posting share: the group of commands, their options, and their answer."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from models.entities import Person, Request, Talent
from models.errors import Mistake
from models.ids import PoolId
from models.months import month_of
from producers.desk import PostedBefore
from service.cli.app import err, fail
from service.cli.frame.printing import say_json
from service.cli.frame.receipts import Answer, give
from service.cli.frame.write_session import CallOptions
from service.cli.post.posted_words import request_text, talent_text
from service.cli.post.unheld_skills import unheld
from service.cli.show.outside_plan import warning
from service.wiring import Parts

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
    typer.Option(
        "--skill",
        metavar="NAME:LEVEL",
        help="A skill, 1 to 5; repeatable.",
        default_factory=list,
        show_default=False,
    ),
]
HoursOption = Annotated[
    list[str],
    typer.Option(
        "--hours",
        metavar="[MONTHS=]HOURS",
        help="2026-12=16, 2026-12..2027-03=16, or 16 for every month; repeatable.",
        default_factory=list,
        show_default=False,
    ),
]


AgainOption = Annotated[
    bool,
    typer.Option("--again", help="Post it even if the same was posted in the last ten minutes."),
]


def _again(before: PostedBefore, call: CallOptions) -> None:
    """Go on only where somebody at a terminal says that a second one is meant."""
    if call.as_json:
        error = {
            "code": "known_already" if before.known else "posted_before",
            "subject": before.subject,
            "message": str(before),
        }
        say_json({"error": error})
        raise typer.Exit(4)
    if before.known or not sys.stdin.isatty():
        fail(f"✕ {before}", 4)
    err.print(f"△ {before}", markup=False, soft_wrap=True)
    if not typer.confirm(call.say("もう一度登録しますか", "Post it once more?"), err=True):
        fail(call.say("登録していません。", "Nothing was posted."), 4)


def either_file_or_options(file: str | None, *options: object) -> None:
    """Mistake where an entity is given both whole and in pieces."""
    if file and any(options):
        raise Mistake(
            "--file と他の項目は一緒に書けません。どちらかにしてください"
            " / give --file or the single options, not both"
        )


async def stated(
    parts: Parts,
    entities: Sequence[Request] | Sequence[Talent],
    people: Sequence[Person],
    call: CallOptions,
    *,
    once: bool = False,
) -> None:
    """Post them, all or none, and say what was taken and how to take it back.

    `once`: the same content posted a moment ago is asked about. Exit 4 where it stays at that.
    """
    requests = [each for each in entities if isinstance(each, Request)]
    talents = [each for each in entities if isinstance(each, Talent)]
    try:
        receipts = await parts.desk.post(requests, talents, people, once=once)
    except PostedBefore as before:
        _again(before, call)
        receipts = await parts.desk.post(requests, talents, people)
    kind = "request" if requests else "talent"
    names = [receipt.subject for receipt in receipts]
    pool_id = receipts[0].pool_id
    settings, _ = await parts.store.settings(PoolId(pool_id))
    required, present = settings.training_required, month_of(parts.now().date())
    details = [text for r in requests for text in request_text(r, parts.places, call)]
    for request in requests:
        beyond = warning(request, present, settings.horizon)
        details += [call.say(*words) for words in beyond]
    for each in talents:
        details += talent_text(each, parts.places, call, training_required=required)
    asked = await unheld(parts, pool_id, requests, call)
    what = call.say("支援要請" if requests else "人材", kind)
    await give(
        parts.session(),
        Answer(
            headline=call.say(
                f"✓ {what} {'、'.join(names)} を受け付けました（プール{pool_id}）。",
                f"✓ Posted {what} {', '.join(names)} in pool {pool_id}.",
            ),
            details=[*details, *asked],
            receipts=receipts,
            undo=[call.command("withdraw", kind, *names, "--pool", pool_id)],
            more={"notes": asked},
        ),
        call,
    )
