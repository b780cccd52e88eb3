"""`configure`: how a pool is planned, shown or set."""

from typing import Annotated, Any

import typer
from pydantic import ValidationError

from models import labels
from models.errors import Mistake
from models.hours import decimal
from models.ids import PoolId
from models.pool import PoolSettings, Weights
from producers.desk import Receipt
from service.cli import notation
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    app,
    run,
)
from service.cli.choosing import pool
from service.cli.complaints import mistake
from service.cli.door import DeadlineOption, DryRunOption, Manner, WaitOption, door
from service.cli.fields import field_label
from service.cli.receipts import Answer, give
from service.wiring import Parts


@app.command()
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
    """
    given: dict[str, Any] = {
        name: value
        for name, value in (
            ("release_at_once", release_at_once),
            ("block", None if block is None else notation.hours(block)),
            ("horizon", horizon),
        )
        if value is not None
    }
    weights = dict(map(_weight, weight))
    manner = Manner(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with door(manner) as parts:
            pool_id = await pool(pool_, parts.store, parts.places)
            await _configure(parts, pool_id, given, weights, manner, dry_run=dry_run)

    run(work())


async def _configure(
    parts: Parts,
    pool_id: PoolId,
    given: dict[str, Any],
    weights: dict[str, int],
    manner: Manner,
    *,
    dry_run: bool,
) -> None:
    before, revision = await parts.store.settings(pool_id)
    fields = {name: getattr(before, name) for name in PoolSettings.model_fields}
    try:
        fields["weights"] = Weights(**{**before.weights.model_dump(), **weights})
        after = PoolSettings(**{**fields, **given})
    except ValidationError as error:
        raise mistake(error, f"プール{pool_id}") from None
    changes = [
        f"{label}: {old} → {new}" if old != new else f"{label}: {old}"
        for (label, old), (_, new) in zip(
            _shown(before, manner), _shown(after, manner), strict=True
        )
        if not (given or weights) or old != new
    ]
    changes_something = before != after
    receipts = []
    if changes_something and not dry_run:
        receipts = [await parts.desk.configure(pool_id, after)]
    await give(
        parts,
        Answer(
            headline=_headline(pool_id, receipts, manner, revision, asked=bool(given or weights))
            if not (dry_run and changes_something)
            else manner.say(
                f"プール{pool_id}の設定はこう変わります（まだ書き込んでいません）。",
                f"The settings of pool {pool_id} would change (nothing is written).",
            ),
            details=changes,
            receipts=receipts,
            undo=[manner.command("configure", "--pool", pool_id, *_options(before, after))]
            if receipts
            else [],
            more={
                "pool_id": pool_id,
                "dry_run": dry_run,
                "before": before.model_dump(mode="json"),
                "settings": after.model_dump(mode="json"),
            },
        ),
        manner,
    )


def _headline(
    pool_id: PoolId, receipts: list[Receipt], manner: Manner, revision: int, *, asked: bool
) -> str:
    if receipts:
        return manner.say(
            f"✓ プール{pool_id}の設定を変更しました。", f"✓ Configured pool {pool_id}."
        )
    if asked:
        return manner.say(
            f"プール{pool_id}の設定に変更はありません。",
            f"Nothing changes in the settings of pool {pool_id}.",
        )
    stated = manner.say(
        f"第{revision}版" if revision else "初期値",
        f"revision {revision}" if revision else "defaults",
    )
    return manner.say(
        f"プール{pool_id}の設定（{stated}）", f"Settings of pool {pool_id} ({stated})"
    )


def _shown(settings: PoolSettings, manner: Manner) -> list[tuple[str, str]]:
    lines = [
        ("release_at_once", labels.yes_no(settings.release_at_once, manner.lang)),
        ("block", f"{decimal(settings.block)}{manner.say('時間', ' h')}"),
        ("horizon", f"{settings.horizon}{manner.say('か月', ' months')}"),
    ]
    return [(field_label(name, manner.lang), text) for name, text in lines] + [
        (f"{field_label('weights', manner.lang)} {name}", f"{points:,}")
        for name, points in settings.weights.model_dump().items()
    ]


def _options(before: PoolSettings, after: PoolSettings) -> list[str]:
    """The options that set back what `after` changed."""
    words: list[str] = []
    if before.release_at_once != after.release_at_once:
        words.append("--release-at-once" if before.release_at_once else "--hold-drafts")
    if before.block != after.block:
        words += ["--block", decimal(before.block)]
    if before.horizon != after.horizon:
        words += ["--horizon", str(before.horizon)]
    now = after.weights.model_dump()
    for name, points in before.weights.model_dump().items():
        if points != now[name]:
            words += ["--weight", f"{name}={points}"]
    return words


def _weight(text: str) -> tuple[str, int]:
    name, equals, points = text.partition("=")
    if name not in Weights.model_fields or not equals or not points.isdecimal():
        raise Mistake(
            f"重み「{text}」が読めません。名前=点数（例 coverage=80）で、名前は "
            f"{'、'.join(Weights.model_fields)} から選んでください / write NAME=POINTS"
        )
    return name, int(points)
