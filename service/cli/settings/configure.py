"""`configure`: how a pool is planned, shown or set."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer
from pydantic import ValidationError

from application.still_stands import code
from models.errors import Mistake
from models.ids import PoolId
from models.pool_settings import PoolSettings, Weights
from models.validation import mistake
from models.worth import check_worth, is_beyond, largest_served
from producers.desk import Receipt
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    run,
)
from service.cli.choosing import pool
from service.cli.frame.receipts import Answer, give
from service.cli.frame.write_session import (
    CallOptions,
    DeadlineOption,
    DryRunOption,
    IfStillOption,
    WaitOption,
    write_session,
)
from service.cli.settings import pool_fields
from service.wiring import Parts


def configure(
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
    horizon: Annotated[int | None, typer.Option(help="Months planned ahead, 1 to 24.")] = None,
    weight: Annotated[
        list[str],
        typer.Option(
            metavar="NAME=POINTS",
            help=f"{', '.join(Weights.model_fields)}; repeatable.",
            default_factory=list,
            show_default=False,
        ),
    ],
    set_: Annotated[
        list[str],
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="Any setting by its name: need.island=20 (percent), natures.side_job=project,"
            "advice (or all), weights.producer=300, training_required=yes; repeatable.",
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
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with write_session(call) as parts:
            pool_id = await pool(pool_, parts.store, parts.places)
            await _configure(parts, pool_id, wanted, call, dry_run=dry_run, still=if_still)

    run(work())


async def _configure(
    parts: Parts,
    pool_id: PoolId,
    wanted: Sequence[str],
    call: CallOptions,
    *,
    dry_run: bool,
    still: str | None,
) -> None:
    before, revision = await parts.desk.settings(pool_id)
    after = _with(before, wanted, pool_id)
    check_worth(after, before)
    if before != after and still not in {None, code(_written(before), _written(after))}:
        told = _details(before, after, call, changes_only=True)
        raise Mistake("changed_again_since_undo", changes=tuple(told))
    receipts = []
    if before != after and not dry_run:
        receipts = [await parts.desk.configure(pool_id, after, seen=revision)]
    await give(
        parts.session(),
        Answer(
            headline=_headline(pool_id, receipts, call, revision, asked=bool(wanted))
            if not (dry_run and before != after)
            else call.say(
                f"プール{pool_id}の設定はこう変わります（まだ書き込んでいません）。",
                f"The settings of pool {pool_id} would change (nothing is written).",
            ),
            details=_details(before, after, call, changes_only=bool(wanted)),
            receipts=receipts,
            undo=[call.command("configure", "--pool", pool_id, *_undoing(before, after))]
            if receipts
            else [],
            more={
                "pool_id": pool_id,
                "dry_run": dry_run,
                "before": before.model_dump(mode="json"),
                "settings": after.model_dump(mode="json"),
            },
        ),
        call,
    )


def _with(before: PoolSettings, wanted: Sequence[str], pool_id: PoolId) -> PoolSettings:
    document = before.model_dump(mode="json")
    for text in wanted:
        pool_fields.set_in(document, text)
    try:
        return PoolSettings.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise mistake(error, f"プール{pool_id}") from None


def _headline(
    pool_id: PoolId, receipts: list[Receipt], call: CallOptions, revision: int, *, asked: bool
) -> str:
    if receipts:
        return call.say(f"✓ プール{pool_id}の設定を変更しました。", f"✓ Configured pool {pool_id}.")
    if asked:
        return call.say(
            f"プール{pool_id}の設定に変更はありません。",
            f"Nothing changes in the settings of pool {pool_id}.",
        )
    stated = call.say(
        f"第{revision}版" if revision else "初期値",
        f"revision {revision}" if revision else "defaults",
    )
    return call.say(f"プール{pool_id}の設定（{stated}）", f"Settings of pool {pool_id} ({stated})")


def _details(
    before: PoolSettings, after: PoolSettings, call: CallOptions, *, changes_only: bool
) -> list[str]:
    was, now = (each.model_dump(mode="json") for each in (before, after))
    lines = []
    for path in pool_fields.PATHS:
        old, new = (pool_fields.shown(each, path, call.lang) for each in (was, now))
        label = pool_fields.label(path, call.lang)
        if old != new:
            lines.append(f"{label}: {old} → {new}")
        elif not changes_only:
            lines.append(f"{label}: {old}")
    if is_beyond(after):
        most = largest_served(after.need)
        lines.append(
            call.say(
                f"※ 重み served は大きすぎるため、1単位の値を上限で計算しています。"
                f"{most:,} 以下にしてください",
                f"the weight served is too large: what a quarter is worth is cut at its bound. "
                f"Set it to {most:,} or less",
            )
        )
    return lines


def _undoing(before: PoolSettings, after: PoolSettings) -> list[str]:
    """The options that set back what `after` changed."""
    was, now = _written(before), _written(after)
    words = [f"{name}={value}" for name, value in was.items() if value != now[name]]
    options = [part for word in words for part in ("--set", word)]
    return [*options, "--if-still", code(now, was)]


def _written(settings: PoolSettings) -> dict[str, str]:
    """Each setting by its name, as `--set` reads it."""
    document = settings.model_dump(mode="json")
    return {
        pool_fields.written_name(path): pool_fields.written(document, path)
        for path in pool_fields.PATHS
    }
