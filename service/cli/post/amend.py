"""`amend request` and `amend talent`: single fields, shown before and after."""

from typing import Annotated

import typer

from models.ids import RequestId, TalentId
from models.months import month_of
from service.cli import notation
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    run,
)
from service.cli.choosing import pool
from service.cli.frame.json_input import person as handed_person
from service.cli.frame.write_session import (
    CallOptions,
    DeadlineOption,
    DryRunOption,
    IfStillOption,
    WaitOption,
    write_session,
)
from service.cli.post import edit_options
from service.cli.post.amending import amended, person_of

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


def amend_request(
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
    if_still: IfStillOption = None,
    dry_run: DryRunOption = False,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Change fields of a request, or the hours of its lines; the rest stays.

    支援要請の項目や時間を変えます。変更前と変更後を表示します。

    \b
    Example: talentpool amend request R-100 --pool 20 --set urgency=3
    Example: talentpool amend request R-100 --pool 20 --add-hours 1:2026-12=8 --dry-run
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with write_session(call) as parts:
            pool_id = await pool(pool_, parts.store, parts.places)
            default = notation.until_fiscal_year_end(
                notation.next_month(month_of(parts.now().date()))
            )
            wanted = [edit_options.set_field(text, parts.places, pool_id) for text in set_]
            wanted += [edit_options.set_hours(text) for text in hours]
            wanted += [edit_options.set_hours(text, add=True) for text in add_hours]
            wanted += [edit_options.remove_line(number) for number in remove_line]
            wanted += [edit_options.restore_line(text) for text in restore_line]
            wanted += [edit_options.add_line(text, default) for text in add_line]
            before = await parts.desk.known_request(pool_id, RequestId(request_id))
            await amended(parts, before, wanted, None, call, dry_run=dry_run, still=if_still)

    run(work())


def amend_talent(
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
    name: Annotated[
        str | None, typer.Option(help="The person's name; kept in the people table only.")
    ] = None,
    mail: Annotated[str | None, typer.Option(help="Mail; kept in the people table only.")] = None,
    note: Annotated[str | None, typer.Option(help="A note; kept in the people table only.")] = None,
    person: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Name, mail and note as JSON; - reads standard input. Unlike options, it shows in "
            "no list of processes and no history.",
        ),
    ] = None,
    if_still: IfStillOption = None,
    dry_run: DryRunOption = False,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Change fields or the available hours of a talent; the rest stays.

    人材の項目や稼働可能時間を変えます。変更前と変更後を表示します。

    \b
    Example: talentpool amend talent T-10 --pool 20 --hours 2026-12=24
    Example: talentpool amend talent T-10 --pool 20 --set remote=no --dry-run
    """
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with write_session(call) as parts:
            pool_id = await pool(pool_, parts.store, parts.places)
            wanted = [edit_options.set_field(text, parts.places, pool_id) for text in set_]
            wanted += [edit_options.set_hours(text) for text in hours]
            wanted += [edit_options.set_hours(text, add=True) for text in add_hours]
            before = await parts.desk.known_talent(pool_id, TalentId(talent_id))
            given = {"name": name, "mail": mail, "note": note}
            options = {k: v for k, v in given.items() if v is not None}
            if person is not None:
                options = handed_person(person, {"name": name, "mail": mail, "note": note})
            who = await person_of(parts, before, options)
            await amended(parts, before, wanted, who, call, dry_run=dry_run, still=if_still)

    run(work())
