"""`watch`: match events as they happen, until Ctrl-C."""

import asyncio
from typing import Annotated

import typer

from application.choosing import pool_id
from application.event_filter import EventFilter
from service.cli.app import run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import DATABASE, KAFKA, POOL
from service.cli.watch.viewer import Viewer
from service.wiring import opened


@calls(POOL, DATABASE, KAFKA)
def watch(
    call: CallOptions,
    *,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", help="A state (proposed) or a reason (hours_replanned); repeatable."
        ),
    ] = None,
    id_: Annotated[
        list[str] | None,
        typer.Option("--id", help="Id of a match, request, demand line or talent; repeatable."),
    ] = None,
    past: Annotated[
        int, typer.Option("--past", min=0, help="Begin with the last N events of each partition.")
    ] = 0,
    count: Annotated[
        int | None, typer.Option("--count", min=1, help="End after N events are shown.")
    ] = None,
    seconds: Annotated[
        float | None, typer.Option("--seconds", min=0.0, help="End after so many seconds.")
    ] = None,
) -> None:
    """Show match events as they happen, until Ctrl-C; with --json one JSON line for each.

    マッチの動きをその場で表示します。Ctrl-C で終わります。

    Example: talentpool watch --past 20 --seconds 2
    """
    kinds, ids = tuple(kind or ()), tuple(id_ or ())
    EventFilter(kinds=kinds)  # a wrong kind is said before anything is opened
    made = settings(call.database, call.kafka)

    async def work() -> int:
        async with opened(made) as parts:
            chosen = pool_id(call.pool, parts.places) if call.pool else None
            viewer = Viewer(
                parts=parts,
                words=call.words,
                wanted=EventFilter(pool=chosen, kinds=kinds, ids=ids),
                count=count,
                as_json=call.as_json,
            )
            try:
                async with asyncio.timeout(seconds):
                    await viewer.follow(past)
            except TimeoutError:
                if seconds is None:
                    raise
            return viewer.shown

    if run(work()) < (count or 0):
        raise typer.Exit(1)
