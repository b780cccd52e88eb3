"""`amend request` and `amend talent`: single fields, shown before and after."""

from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from application.choosing import pool
from application.commands.amend import (
    Amended,
    AmendRequest,
    AmendTalent,
    amend_request,
    amend_talent,
)
from application.edits import Edit, RemoveLine
from application.session import Session
from models.entities import Request, Talent
from models.ids import RequestId, TalentId
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import DRY_RUN, IF_STILL, POOL, SEEN, waiting_at_most
from service.cli.frame.json_input import person as person_in
from service.cli.frame.receipts import Answer, give
from service.cli.post.edit_options import add_line as added_line
from service.cli.post.edit_options import restore_line as restored_line
from service.cli.post.edit_options import set_field, set_hours
from service.cli.post.edit_words import options
from service.cli.post.person_options import NameOption, PersonFileOption
from wording.typed import notation
from wording.typed.gathered import gathered

SetOption = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="urgency=3; 2.people=3 for line 2; skills+=業務改革:3 and excluded-=佐久市 for one of"
        " several; repeatable.",
        default_factory=list,
        show_default=False,
    ),
]


@writes(POOL, SEEN, IF_STILL, DRY_RUN, *waiting_at_most(30))
async def amend_request_command(
    session: Session,
    call: CallOptions,
    *,
    request_id: Annotated[str, typer.Argument(metavar="REQUEST", help="Its id.")],
    set_: SetOption,
    hours: Annotated[
        list[str],
        typer.Option(
            "--hours",
            metavar="[LINE:]MONTHS=HOURS",
            help="2:2026-12=24; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    add_hours: Annotated[
        list[str],
        typer.Option(
            "--add-hours",
            metavar="[LINE:]MONTHS=HOURS",
            help="More hours; =-8 takes away.",
            default_factory=list,
            show_default=False,
        ),
    ],
    add_line: Annotated[
        list[str],
        typer.Option(
            metavar="LINE",
            help=f'"{notation.LINE_EXAMPLE}"',
            default_factory=list,
            show_default=False,
        ),
    ],
    remove_line: Annotated[
        list[int],
        typer.Option(metavar="LINE", help="Its number.", default_factory=list, show_default=False),
    ],
    restore_line: Annotated[
        list[str],
        typer.Option(
            metavar="LINE",
            help="A removed line under its own number, as an undo writes it.",
            default_factory=list,
            show_default=False,
        ),
    ],
) -> None:
    """Change fields of a request, or the hours of its lines; the rest stays.

    支援要請の項目や時間を変えます。変更前と変更後を表示します。

    \b
    Example: talentpool amend request R-100 --pool 20 --set urgency=3
    Example: talentpool amend request R-100 --pool 20 --add-hours 1:2026-12=8 --dry-run
    """
    pool_id = await pool(call.pool, session.reads, session.places)
    default = notation.until_fiscal_year_end(notation.next_month(session.present))
    readings: list[Callable[[], Edit]] = [
        *(partial(set_field, Request, text, session.places, pool_id) for text in set_),
        *(partial(set_hours, text) for text in hours),
        *(partial(set_hours, text, add=True) for text in add_hours),
        *(partial(RemoveLine, number=number) for number in remove_line),
        *(partial(restored_line, text) for text in restore_line),
        *(partial(added_line, text, default) for text in add_line),
    ]
    edits = gathered(readings)
    command = AmendRequest(
        pool_id=pool_id,
        request_id=RequestId(request_id),
        edits=tuple(edits),
        seen=call.seen,
        still=call.if_still,
        dry_run=call.dry_run,
    )
    await _say(session, call, request_id, await amend_request(session, command))


@writes(POOL, SEEN, IF_STILL, DRY_RUN, *waiting_at_most(30))
async def amend_talent_command(
    session: Session,
    call: CallOptions,
    *,
    talent_id: Annotated[str, typer.Argument(metavar="TALENT", help="Its id.")],
    set_: SetOption,
    hours: Annotated[
        list[str],
        typer.Option(
            "--hours",
            metavar="MONTHS=HOURS",
            help="2026-12..2027-03=40; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    add_hours: Annotated[
        list[str],
        typer.Option(
            "--add-hours",
            metavar="MONTHS=HOURS",
            help="More hours; =-8 takes away.",
            default_factory=list,
            show_default=False,
        ),
    ],
    name: NameOption = None,
    mail: Annotated[str | None, typer.Option(help="Mail; kept in the people table only.")] = None,
    note: Annotated[str | None, typer.Option(help="A note; kept in the people table only.")] = None,
    person: PersonFileOption = None,
) -> None:
    """Change fields or the available hours of a talent; the rest stays.

    人材の項目や稼働可能時間を変えます。変更前と変更後を表示します。

    \b
    Example: talentpool amend talent T-10 --pool 20 --hours 2026-12=24
    Example: talentpool amend talent T-10 --pool 20 --set remote=no --dry-run
    """
    pool_id = await pool(call.pool, session.reads, session.places)
    readings: list[Callable[[], Edit]] = [
        *(partial(set_field, Talent, text, session.places, pool_id) for text in set_),
        *(partial(set_hours, text) for text in hours),
        *(partial(set_hours, text, add=True) for text in add_hours),
    ]
    edits = gathered(readings)
    given = {"name": name, "mail": mail, "note": note}
    written = {field: text for field, text in given.items() if text is not None}
    command = AmendTalent(
        pool_id=pool_id,
        talent_id=TalentId(talent_id),
        edits=tuple(edits),
        person=written if person is None else person_in(person, given),
        seen=call.seen,
        still=call.if_still,
        dry_run=call.dry_run,
    )
    await _say(session, call, talent_id, await amend_talent(session, command))


async def _say(session: Session, call: CallOptions, id_: str, amended: Amended) -> None:
    words = call.words
    code = "amended_not_yet" if call.dry_run else "amended"
    details = [words.say(each.phrase) for each in amended.changes]
    # Before and after of a person are nobody's business but the people table's.
    details += [words("person_changes")] if amended.person_changed else []
    details += [words.say(amended.beyond)] if amended.beyond else []
    notes = [words.say(note) for note in amended.notes]
    kind = "request" if isinstance(amended.before, Request) else "talent"
    undo = ["amend", kind, id_, "--pool", amended.before.pool_id]
    answer = Answer(
        headline=words("amended_nothing" if amended.nothing else code, id=id_),
        details=[*details, *notes],
        receipts=[amended.receipt] if amended.receipt else [],
        undo=[call.command(*undo, *options(amended.back, amended.still))]
        if amended.receipt
        else [],
        undo_note=words("person_does_not_come_back") if amended.person_changed else "",
        more={
            "dry_run": call.dry_run,
            "changed": [each.document() for each in amended.changes],
            "notes": notes,
        },
    )
    await give(session, answer, call)
