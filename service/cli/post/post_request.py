"""`post request`: what municipalities ask for."""

from typing import Annotated, Any

import typer

from application.choosing import place, pool, pool_id
from application.commands.post import Post
from application.new_id import new_id
from application.session import Session
from models.entities import Request
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import POOL, waiting_at_most
from service.cli.frame.json_input import entities
from service.cli.frame.repeated import repeated
from service.cli.post import from_options
from service.cli.post.post_options import (
    AgainOption,
    FileOption,
    HoursOption,
    MonthsOption,
    SkillOption,
    either_file_or_options,
    posted,
)
from wording.fields import typed_fields
from wording.typed import notation
from wording.typed.corporate import corporate_number
from wording.typed.values import number


@writes(POOL, *waiting_at_most(30))
async def post_request(
    session: Session,
    call: CallOptions,
    *,
    municipality: Annotated[
        list[str],
        repeated(metavar="PLACE", says="Who asks, by name or code; repeatable."),
    ],
    title: Annotated[str, typer.Option(help="What is to be done.")] = "",
    role: Annotated[
        list[str],
        repeated(metavar="ROLE", says="The only line's role: producer, pm, engineer."),
    ],
    hours: HoursOption,
    skill: SkillOption,
    people: Annotated[str | None, typer.Option(help="People who may share the line.")] = None,
    minimum: Annotated[
        str | None, typer.Option(help="Percent of the hours below which nobody begins.")
    ] = None,
    on_site: Annotated[str | None, typer.Option(help="Percent of the hours on site.")] = None,
    exclusive: Annotated[
        bool,
        typer.Option("--exclusive", help="Who works on the line works on nothing else (専任)."),
    ] = False,
    line: Annotated[
        list[str],
        repeated(metavar="LINE", says=f'A whole line: "{notation.LINE_EXAMPLE}"; repeatable.'),
    ],
    months: MonthsOption = None,
    theme: Annotated[str, typer.Option(help="Field of the work.")] = "",
    nature: Annotated[str, typer.Option(help="continuous, project or advice.")] = "continuous",
    urgency: Annotated[str, typer.Option(help="1 normal, 2 soon, 3 pressing.")] = "1",
    pm_in_place: Annotated[
        bool, typer.Option("--pm-in-place", help="The municipality has a PM of its own.")
    ] = False,
    vendor: Annotated[
        list[str],
        repeated(
            metavar="NUMBER",
            says="A vendor or bidder concerned, by its 13-digit corporate number (法人番号): its "
            "people are not sent; repeatable.",
        ),
    ],
    sample: Annotated[bool, typer.Option("--sample", help="Made up (見本).")] = False,
    id_: Annotated[str | None, typer.Option("--id", help="Its id; made up if not given.")] = None,
    file: FileOption = None,
    again: AgainOption = False,
) -> None:
    """Post what municipalities ask for: one or several demand lines with hours by month.

    市区町村の支援要請を登録します。

    \b
    Example: talentpool post request --id R-100 --municipality 佐久市 --title 窓口 --line "pm 8h"
    Example: talentpool post request --municipality 松本市 --title 標準化 --role pm --hours 16
    Example: talentpool post request --municipality 佐久市 --title 移行 --line "pm 120h exclusive"
    """
    either_file_or_options(file, municipality, title, role, hours, line)
    options: dict[str, Any] = {
        name: typed_fields.of_field(name, number, written)
        for name, written in (
            ("people", people),
            ("minimum_percent", minimum),
            ("on_site_percent", on_site),
        )
        if written is not None
    }
    if exclusive:
        options["exclusive"] = True
    if skill:
        options["skills"] = notation.skills(*skill)

    if file:
        await posted(session, call, Post(requests=tuple(entities(Request, file))))
        return
    places = session.places
    default = (
        notation.months(months)
        if months
        else notation.until_fiscal_year_end(notation.next_month(session.present))
    )
    made_lines = from_options.lines(
        roles=role, hours=hours, written=line, options=options, default=default
    )
    within = pool_id(call.pool, places) if call.pool else None
    codes = tuple(place(text, places, within) for text in municipality)
    made = from_options.request(
        {
            "pool_id": await pool(call.pool, session.reads, places, codes),
            "request_id": id_ or new_id("R", session.now().date()),
            "title": title,
            "theme": theme,
            "nature": typed_fields.value("nature", nature, places, ""),
            "municipalities": codes,
            "urgency": typed_fields.value("urgency", urgency, places, ""),
            "pm_in_place": pm_in_place,
            "vendors": tuple(
                typed_fields.of_field("vendors", corporate_number, each) for each in vendor
            ),
            "lines": made_lines,
            "sample": sample,
        }
    )
    await posted(session, call, Post(requests=(made,), once=not (id_ or again)))
