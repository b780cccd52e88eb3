"""`post talent`: who may be sent, and when. Names and mail go to the people table only."""

from typing import Annotated

import typer

from models.entities import Talent
from models.errors import Mistake
from models.months import month_of
from service.cli import fields, notation
from service.cli.app import DatabaseOption, JsonOption, KafkaOption, LangOption, PoolOption, run
from service.cli.choosing import place, pool
from service.cli.corporate import corporate_number
from service.cli.frame.json_input import entities
from service.cli.frame.json_input import person as handed_person
from service.cli.frame.write_session import CallOptions, DeadlineOption, WaitOption, write_session
from service.cli.post import from_options
from service.cli.post.post_options import (
    AgainOption,
    FileOption,
    HoursOption,
    SkillOption,
    either_file_or_options,
    stated,
)
from service.wiring import Parts
from wording import labels


def post_talent(
    *,
    role: Annotated[
        list[str],
        typer.Option(
            metavar="ROLE",
            help="producer, pm, engineer; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    hours: HoursOption,
    skill: SkillOption,
    form: Annotated[str, typer.Option(help="Employment form, such as full_time.")] = "full_time",
    from_: Annotated[
        str | None, typer.Option("--from", metavar="MONTH", help="Contract from; this month.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="MONTH", help="Contract until; the end of the fiscal year."),
    ] = None,
    overhead: Annotated[str, typer.Option(help="Hours a month for meetings, own office.")] = "0",
    places_at_once: Annotated[
        str, typer.Option("--at-once", help="Municipalities served in one month.")
    ] = "4",
    base: Annotated[str | None, typer.Option(metavar="PLACE", help="Where they start.")] = None,
    remote: Annotated[bool, typer.Option(help="May work remotely.")] = True,
    exclude: Annotated[
        list[str],
        typer.Option(
            metavar="PLACE",
            help="Never to be sent there; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    employer: Annotated[
        str | None,
        typer.Option(
            metavar="NUMBER",
            help="Corporate number (法人番号) of whoever else employs them: not sent where it is a "
            "vendor.",
        ),
    ] = None,
    trained_from: Annotated[
        str | None,
        typer.Option(
            metavar="MONTH", help="First month of a placement after the training (研修修了)."
        ),
    ] = None,
    waive_training: Annotated[
        str | None,
        typer.Option(
            metavar="REASON",
            help=f"Placed without the training, and why: {', '.join(labels.TRAINING_WAIVERS)}.",
        ),
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="A fictitious person (見本).")] = False,
    name: Annotated[
        str | None, typer.Option(help="The person's name; kept in the people table only.")
    ] = None,
    mail: Annotated[str, typer.Option(help="Mail; kept in the people table only.")] = "",
    note: Annotated[str, typer.Option(help="A note; kept in the people table only.")] = "",
    person: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Name, mail and note as JSON; - reads standard input. Unlike options, it shows in "
            "no list of processes and no history.",
        ),
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", help="Its id; made up if not given.")] = None,
    file: FileOption = None,
    again: AgainOption = False,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 30.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Post a specialist of the pool: roles, contract and hours by month.

    デジタル人材と稼働可能時間を登録します。氏名とメールは個人情報の表だけに保存します。

    \b
    Example: talentpool post talent --pool 20 --id T-10 --role engineer --hours 40 --skill 業務:3
    Example: talentpool post talent --pool 20 --role pm --hours 60 --person person.json
    Example: talentpool post talent --pool 20 --role pm --hours 60 --trained-from 2026-12
    Example: talentpool post talent --pool 20 --role pm --hours 60 --waive-training former_official
    """
    either_file_or_options(file, role, hours, id_)
    who = handed_person(person, {"name": name, "mail": mail, "note": note})
    if who and not who.get("name"):
        raise Mistake("--mail や --note には --name が要ります / --mail and --note need --name")
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with write_session(call) as parts:
            made = entities(Talent, file) if file else [await _talent(parts)]
            people = [from_options.person(made, **{"mail": "", "note": ""} | who)] if who else []
            await stated(parts, made, people, call, once=not (file or id_ or again))

    async def _talent(parts: Parts) -> Talent:
        places, present = parts.places, month_of(parts.now().date())
        if not role:
            raise Mistake(f"役割がありません。例：{from_options.TALENT_EXAMPLE} / no role is given")
        pool_code = await pool(pool_, parts.store, places)
        term = from_options.contract(from_, until, present)
        return from_options.talent(
            {
                "pool_id": pool_code,
                "talent_id": id_ or from_options.new_id("T", parts.now().date()),
                "roles": tuple(map(notation.role, role)),
                "skills": notation.skills(*skill),
                "form": fields.value("form", form, places, ""),
                "contract_from": term[0],
                "contract_until": term[-1],
                "capacity": notation.hours_by_month(hours, term),
                "overhead": notation.hours(overhead),
                "municipalities_at_once": notation.number(places_at_once),
                "base": place(base, places, None) if base else None,
                "remote": remote,
                "excluded": tuple(place(text, places, None) for text in exclude),
                "employer": corporate_number(employer) if employer else None,
                "trained_from": notation.month(trained_from) if trained_from else None,
                "training_waiver": _waiver(waive_training),
                "sample": sample,
            }
        )

    run(work())


def _waiver(reason: str | None) -> str | None:
    return fields.one_of(labels.TRAINING_WAIVERS, reason) if reason else None
