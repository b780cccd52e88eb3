"""`amend request` and `amend talent`: single fields, shown before and after."""

from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from application.choosing import pool
from application.commands.amend import (
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
from service.cli.frame.repeated import repeated
from service.cli.post.amended import say_amended
from service.cli.post.edit_options import add_line as added_line
from service.cli.post.edit_options import fields_and_hours
from service.cli.post.edit_options import restore_line as restored_line
from service.cli.post.person_options import NameOption, PersonFileOption
from wording.typed import notation
from wording.typed.gathered import gathered

SetOption = Annotated[
    list[str],
    repeated(
        "--set",
        metavar="FIELD=VALUE",
        says="urgency=3; 2.people=3 for line 2; skills+=業務改革:3 and excluded-=佐久市 for one of"
        " several; repeatable.",
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
        repeated("--hours", metavar="[LINE:]MONTHS=HOURS", says="2:2026-12=24; repeatable."),
    ],
    add_hours: Annotated[
        list[str],
        repeated("--add-hours", metavar="[LINE:]MONTHS=HOURS", says="More hours; =-8 takes away."),
    ],
    add_line: Annotated[
        list[str],
        repeated(metavar="LINE", says=f'"{notation.LINE_EXAMPLE}"'),
    ],
    remove_line: Annotated[
        list[int],
        repeated(metavar="LINE", says="Its number."),
    ],
    restore_line: Annotated[
        list[str],
        repeated(metavar="LINE", says="A removed line under its own number, as an undo writes it."),
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
        *fields_and_hours(Request, pool_id, session.places, set_, hours, add_hours),
        *(partial(RemoveLine, number=number) for number in remove_line),
        *(partial(restored_line, text) for text in restore_line),
        *(partial(added_line, text, default) for text in add_line),
    ]
    command = AmendRequest(
        pool_id=pool_id,
        request_id=RequestId(request_id),
        edits=tuple(gathered(readings)),
        seen=call.seen,
        still=call.if_still,
        dry_run=call.dry_run,
    )
    await say_amended(session, call, request_id, await amend_request(session, command))


@writes(POOL, SEEN, IF_STILL, DRY_RUN, *waiting_at_most(30))
async def amend_talent_command(
    session: Session,
    call: CallOptions,
    *,
    talent_id: Annotated[str, typer.Argument(metavar="TALENT", help="Its id.")],
    set_: SetOption,
    hours: Annotated[
        list[str],
        repeated("--hours", metavar="MONTHS=HOURS", says="2026-12..2027-03=40; repeatable."),
    ],
    add_hours: Annotated[
        list[str],
        repeated("--add-hours", metavar="MONTHS=HOURS", says="More hours; =-8 takes away."),
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
    readings = fields_and_hours(Talent, pool_id, session.places, set_, hours, add_hours)
    given = {"name": name, "mail": mail, "note": note}
    written = {field: text for field, text in given.items() if text is not None}
    command = AmendTalent(
        pool_id=pool_id,
        talent_id=TalentId(talent_id),
        edits=tuple(gathered(readings)),
        person=written if person is None else person_in(person, given),
        seen=call.seen,
        still=call.if_still,
        dry_run=call.dry_run,
    )
    await say_amended(session, call, talent_id, await amend_talent(session, command))
