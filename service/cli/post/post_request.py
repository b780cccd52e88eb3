"""`post request`: what municipalities ask for."""

from typing import Annotated, Any

import typer

from models.entities import Request
from models.months import month_of
from service.cli import fields, notation
from service.cli.app import DatabaseOption, JsonOption, KafkaOption, LangOption, PoolOption, run
from service.cli.choosing import place, pool, pool_id
from service.cli.corporate import corporate_number
from service.cli.frame.json_input import entities
from service.cli.frame.write_session import CallOptions, DeadlineOption, WaitOption, write_session
from service.cli.post import from_options
from service.cli.post.post_options import (
    AgainOption,
    FileOption,
    HoursOption,
    MonthsOption,
    SkillOption,
    either_file_or_options,
    stated,
)


def post_request(
    *,
    municipality: Annotated[
        list[str],
        typer.Option(
            metavar="PLACE",
            help="Who asks, by name or code; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    title: Annotated[str, typer.Option(help="What is to be done.")] = "",
    role: Annotated[
        list[str],
        typer.Option(
            metavar="ROLE",
            help="The only line's role: producer, pm, engineer.",
            default_factory=list,
            show_default=False,
        ),
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
        typer.Option(
            metavar="LINE",
            help=f'A whole line: "{notation.LINE_EXAMPLE}"; repeatable.',
            default_factory=list,
            show_default=False,
        ),
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
        typer.Option(
            metavar="NUMBER",
            help="A vendor or bidder concerned, by its 13-digit corporate number (法人番号): its "
            "people are not sent; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    sample: Annotated[bool, typer.Option("--sample", help="Made up (見本).")] = False,
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
    """Post what municipalities ask for: one or several demand lines with hours by month.

    市区町村の支援要請を登録します。

    \b
    Example: talentpool post request --id R-100 --municipality 佐久市 --title 窓口 --line "pm 8h"
    Example: talentpool post request --municipality 松本市 --title 標準化 --role pm --hours 16
    Example: talentpool post request --municipality 佐久市 --title 移行 --line "pm 120h exclusive"
    """
    either_file_or_options(file, municipality, title, role, hours, line)
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )
    options: dict[str, Any] = {
        name: notation.number(written)
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

    async def work() -> None:
        async with write_session(call) as parts:
            if file:
                return await stated(parts, entities(Request, file), (), call)
            places, present = parts.places, month_of(parts.now().date())
            first = notation.next_month(present)
            default = notation.months(months) if months else notation.until_fiscal_year_end(first)
            made_lines = from_options.lines(
                roles=role, hours=hours, written=line, options=options, default=default
            )
            within = pool_id(pool_, places) if pool_ else None
            codes = tuple(place(text, places, within) for text in municipality)
            made = from_options.request(
                {
                    "pool_id": await pool(pool_, parts.store, places, codes),
                    "request_id": id_ or from_options.new_id("R", parts.now().date()),
                    "title": title,
                    "theme": theme,
                    "nature": fields.value("nature", nature, places, ""),
                    "municipalities": codes,
                    "urgency": fields.value("urgency", urgency, places, ""),
                    "pm_in_place": pm_in_place,
                    "vendors": tuple(map(corporate_number, vendor)),
                    "lines": made_lines,
                    "sample": sample,
                }
            )
            return await stated(parts, [made], (), call, once=not (id_ or again))

    run(work())
