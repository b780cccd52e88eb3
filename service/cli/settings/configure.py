"""`configure`: how a pool is planned, shown or set."""

from functools import partial
from typing import Annotated

import typer

from application.choosing import pool
from application.commands.configure import Configure, Configured, configure
from application.session import Session
from application.typed_settings import setting
from models.pool_settings import PoolSettings, Weights
from models.worth import is_beyond, largest_served
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import DRY_RUN, IF_STILL, POOL, SEEN, waiting_at_most
from service.cli.frame.receipts import Answer, give
from service.cli.frame.repeated import repeated
from wording.fields import pool_settings
from wording.typed.gathered import gathered
from wording.words import Words


@writes(POOL, SEEN, IF_STILL, DRY_RUN, *waiting_at_most(30))
async def configure_command(
    session: Session,
    call: CallOptions,
    *,
    release_at_once: Annotated[
        bool | None,
        typer.Option(
            "--release-at-once/--hold-drafts",
            help="Propose at once, or keep drafts until a coordinator releases them.",
            show_default=False,
        ),
    ] = None,
    require_training: Annotated[
        bool | None,
        typer.Option(
            "--require-training/--no-training-required",
            help="Place nobody before the training (研修), or a waiver with its reason.",
            show_default=False,
        ),
    ] = None,
    block: Annotated[
        str | None,
        typer.Option(metavar="HOURS", help="Least hours of an assignment in a month it works in."),
    ] = None,
    horizon: Annotated[
        str | None, typer.Option(metavar="MONTHS", help="Months planned ahead, 1 to 24.")
    ] = None,
    weight: Annotated[
        list[str],
        repeated(metavar="NAME=POINTS", says=f"{', '.join(Weights.model_fields)}; repeatable."),
    ],
    set_: Annotated[
        list[str],
        repeated(
            "--set",
            metavar="NAME=VALUE",
            says="Any setting by its name: need.island=20 (percent), natures.side_job=project,"
            "advice (or all), weights.producer=300, training_required=yes; repeatable.",
        ),
    ],
) -> None:
    """Show a pool's settings, or set some of them.

    プールの設定を表示します。項目を付けると変更します。

    \b
    Example: talentpool configure --pool 20
    Example: talentpool configure --pool 20 --release-at-once --block 4 --weight coverage=80
    Example: talentpool configure --pool 20 --require-training --set need.one_person_it=40
    Example: talentpool configure --pool 20 --set natures.side_job=project,advice --dry-run
    Example: talentpool configure --pool 20 --set closed_days=2026-12-28,2027-08-13..2027-08-16
    """
    named = (
        ("release_at_once", release_at_once),
        ("training_required", require_training),
        ("block", block),
        ("horizon", horizon),
    )
    wanted = [f"{name}={value}" for name, value in named if value is not None]
    wanted += [f"weights.{each}" for each in weight] + set_
    pool_id = await pool(call.pool, session.reads, session.places)
    command = Configure(
        pool_id=pool_id,
        settings=tuple(gathered(partial(setting, each) for each in wanted)),
        seen=call.seen,
        still=call.if_still,
        dry_run=call.dry_run,
    )
    done = await configure(session, command)
    undo = ["configure", "--pool", pool_id, *_undoing(done)]
    answer = Answer(
        headline=_headline(done, command, call.words),
        details=_details(done.before, done.after, call.words, changes_only=bool(wanted)),
        receipts=[done.receipt] if done.receipt else [],
        undo=[call.command(*undo)] if done.receipt else [],
        more={
            "pool_id": pool_id,
            "dry_run": call.dry_run,
            "before": done.before.model_dump(mode="json"),
            "settings": done.after.model_dump(mode="json"),
        },
    )
    await give(session, answer, call)


def _headline(done: Configured, command: Configure, words: Words) -> str:
    if done.receipt:
        return words("settings_of_pool_set", pool_id=command.pool_id)
    if done.before != done.after:
        return words("settings_of_pool_would_change", pool_id=command.pool_id)
    if command.settings:
        return words("settings_of_pool_same", pool_id=command.pool_id)
    code = "settings_of_pool_shown" if done.revision else "settings_of_pool_default"
    return words(code, pool_id=command.pool_id, revision=done.revision)


def _details(
    before: PoolSettings, after: PoolSettings, words: Words, *, changes_only: bool
) -> list[str]:
    was, now = (each.model_dump(mode="json") for each in (before, after))
    lines = []
    for path in pool_settings.PATHS:
        old, new = (pool_settings.shown(each, path, words.lang) for each in (was, now))
        label = pool_settings.label(path, words.lang)
        if old != new:
            lines.append(f"{label}: {old} → {new}")
        elif not changes_only:
            lines.append(f"{label}: {old}")
    if is_beyond(after):
        lines.append(words("weight_served_cut", most=largest_served(after.need)))
    return lines


def _undoing(done: Configured) -> list[str]:
    """The options that set back what was changed."""
    was, now = _written(done.before), _written(done.after)
    names = [f"{name}={value}" for name, value in was.items() if value != now[name]]
    return [*(part for name in names for part in ("--set", name)), "--if-still", done.still]


def _written(settings: PoolSettings) -> dict[str, str]:
    """Each setting by its name, as `--set` reads it."""
    document = settings.model_dump(mode="json")
    return {
        pool_settings.written_name(path): pool_settings.written(document, path)
        for path in pool_settings.PATHS
    }
