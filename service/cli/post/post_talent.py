"""`post talent`: who may be sent, and when. Names and mail go to the people table only."""

from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from application.choosing import place, pool
from application.commands.post import Post
from application.new_id import new_id
from application.session import Session
from models.entities import Talent
from models.errors import Mistake
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import POOL, waiting_at_most
from service.cli.frame.json_input import entities
from service.cli.frame.json_input import person as handed_person
from service.cli.frame.repeated import repeated
from service.cli.post import from_options
from service.cli.post.person_options import NameOption, PersonFileOption
from service.cli.post.post_options import (
    AgainOption,
    FileOption,
    HoursOption,
    SkillOption,
    either_file_or_options,
    posted,
)
from wording import labels
from wording.fields import typed_fields
from wording.typed import notation, values
from wording.typed.corporate import corporate_number
from wording.typed.months import month


@writes(POOL, *waiting_at_most(30))
async def post_talent(
    session: Session,
    call: CallOptions,
    *,
    role: Annotated[
        list[str],
        repeated(metavar="ROLE", says="producer, pm, engineer; repeatable."),
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
        repeated(metavar="PLACE", says="Never to be sent there; repeatable."),
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
    name: NameOption = None,
    mail: Annotated[str, typer.Option(help="Mail; kept in the people table only.")] = "",
    note: Annotated[str, typer.Option(help="A note; kept in the people table only.")] = "",
    person: PersonFileOption = None,
    id_: Annotated[str | None, typer.Option("--id", help="Its id; made up if not given.")] = None,
    file: FileOption = None,
    again: AgainOption = False,
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
        raise Mistake("contact_without_name")

    async def from_its_options() -> Talent:
        if not role:
            raise Mistake("no_role_given", example=from_options.TALENT_EXAMPLE)
        pool_id = await pool(call.pool, session.reads, session.places)
        term = from_options.contract(from_, until, session.present)
        return from_options.talent(
            {
                "pool_id": pool_id,
                "talent_id": id_ or new_id("T", session.now().date()),
                "roles": tuple(typed_fields.of_field("roles", values.role, each) for each in role),
                "skills": notation.skills(*skill),
                "form": typed_fields.value("form", form, session.places, ""),
                "contract_from": term[0],
                "contract_until": term[-1],
                "capacity": notation.hours_by_month(hours, term),
                "overhead": typed_fields.of_field("overhead", values.hours, overhead),
                "municipalities_at_once": typed_fields.of_field(
                    "municipalities_at_once", values.number, places_at_once
                ),
                "base": place(base, session.places, None) if base else None,
                "remote": remote,
                "excluded": tuple(place(text, session.places, None) for text in exclude),
                "employer": _read("employer", corporate_number, employer),
                "trained_from": _read("trained_from", month, trained_from),
                "training_waiver": _read(
                    "training_waiver", partial(values.choice, "training_waivers"), waive_training
                ),
                "sample": sample,
            }
        )

    talents = entities(Talent, file) if file else [await from_its_options()]
    people = [from_options.person(talents, **{"mail": "", "note": ""} | who)] if who else []
    once = not (file or id_ or again)
    await posted(session, call, Post(talents=tuple(talents), people=tuple(people), once=once))


def _read(field: str, reader: Callable[[str], str], text: str | None) -> str | None:
    return typed_fields.of_field(field, reader, text) if text else None
