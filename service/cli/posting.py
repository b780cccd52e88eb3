"""What both kinds of posting share: the group of commands, their options, and their answer."""

from collections.abc import Sequence
from typing import Annotated

import typer

from models import labels
from models.entities import Person, Request, Role, Talent
from models.errors import Mistake
from producers.ports import Places
from service.cli.app import app
from service.cli.door import Manner
from service.cli.receipts import Answer, give
from service.cli.wording import by_month, municipalities, number
from service.wiring import Parts

post = typer.Typer(
    help="Post a request or a talent. 支援要請・人材を登録します。",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(post, name="post")

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
    manner: Manner,
) -> None:
    """Post them, all or none, and say what was taken and how to take it back."""
    requests = [each for each in entities if isinstance(each, Request)]
    talents = [each for each in entities if isinstance(each, Talent)]
    receipts = await parts.desk.post(requests, talents, people)
    kind = "request" if requests else "talent"
    names = [receipt.subject for receipt in receipts]
    details = [text for r in requests for text in _request_text(r, parts.places, manner)]
    details += [text for t in talents for text in _talent_text(t, parts.places, manner)]
    pool_id = receipts[0].pool_id
    what = manner.say("支援要請" if requests else "人材", kind)
    await give(
        parts,
        Answer(
            headline=manner.say(
                f"✓ {what} {'、'.join(names)} を受け付けました（プール{pool_id}）。",
                f"✓ Posted {what} {', '.join(names)} in pool {pool_id}.",
            ),
            details=details,
            receipts=receipts,
            undo=[manner.command("withdraw", kind, *names, "--pool", pool_id)],
        ),
        manner,
    )


def _request_text(request: Request, places: Places, manner: Manner) -> list[str]:
    title = labels.titled(request.title, manner.lang, sample=request.sample)
    lines = [f"{municipalities(request.municipalities, places, manner.lang)}　{title}"]
    for line in request.lines:
        total = number(sum(line.hours.values()))
        role = labels.role(line.role, manner.lang, short=True)
        months = by_month(line.hours, manner.lang)
        lines.append(
            manner.say(
                f"要請枠{line.line}　{role}　{total}時間（{months}）",
                f"line {line.line}: {role}, {total} h ({months})",
            )
        )
    roles = {line.role for line in request.lines}
    if Role.ENGINEER in roles and Role.PM not in roles and not request.pm_in_place:
        lines.append(
            manner.say(
                "△ PMの要請枠がありません。エンジニアにはPMが必要です。市町村にPMがいれば "
                "--pm-in-place を、いなければPMの枠を足してください。",
                "△ No PM line: engineers need a PM. Add --pm-in-place where the municipality has "
                "one, or a line for a PM.",
            )
        )
    return lines


def _talent_text(talent: Talent, places: Places, manner: Manner) -> list[str]:
    roles = manner.say("・", ", ").join(
        labels.role(role, manner.lang, short=True) for role in talent.roles
    )
    form = labels.form(talent.form, manner.lang)
    term = f"{talent.contract_from}–{talent.contract_until}"
    base = f"　{places.name(talent.base)}" if talent.base else ""
    return [
        f"{labels.titled(roles, manner.lang, sample=talent.sample)}　{form}　{term}{base}",
        manner.say(
            f"稼働可能時間　{by_month(talent.capacity, 'ja') or 'なし'}",
            f"capacity: {by_month(talent.capacity, 'en') or 'none'}",
        ),
    ]
