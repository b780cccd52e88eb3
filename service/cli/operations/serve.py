"""`up` runs the service; `demo` runs it on real projects with made-up people (見本)."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Annotated

import typer

from application.queries.plan import plan_of
from infra.settings import Settings
from models.ids import PoolId
from producers import demo as sample
from service.cli.app import DatabaseOption, JsonOption, KafkaOption, Lang, LangOption, err, out
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.frame.printing import say_json
from service.cli.show.plan_table import PlanTable
from service.cli.show.unmet_table import unmet_table
from service.cli.watch.viewer import Viewer
from service.demo.answer import answer
from service.demo.tour import Demo
from service.running.service import Service
from service.wiring import Parts, opened
from wording.words import Words


def up(database: DatabaseOption = None, kafka: KafkaOption = None) -> None:
    """Run the service until Ctrl-C: take events, plan pools, log match events.

    サービスを起動します。Ctrl-C で終了します。

    Example: talentpool up
    """
    run_async(_up(read_settings(database, kafka)))


async def _up(settings: Settings) -> None:
    async with opened(settings, waits=True) as parts:
        await Service(parts).run()


def demo(
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
    once: Annotated[bool, typer.Option("--once", help="End when the plans are made.")] = False,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    log_level: Annotated[
        str, typer.Option(help="The least level logged on stderr: info shows every event.")
    ] = "warning",
) -> None:
    """Run the service on 106 real municipal projects and made-up people, and show the plan.

    長野県・新潟県の実際の106事業と見本の人材で、配置計画ができるまでを見せます。

    Example: talentpool demo --once --json
    """
    settings = read_settings(database, kafka, log_level=log_level)

    async def work() -> None:
        async with opened(settings, waits=True) as parts, _serving(parts) as service:
            await _show(parts, service, once=once, as_json=json_, lang=lang)

    run_async(work())


@asynccontextmanager
async def _serving(parts: Parts) -> AsyncIterator[Service]:
    """The service beside us; its failure ends us, our end stops it."""
    service = Service(parts)
    me = asyncio.current_task()
    assert me is not None
    task = asyncio.create_task(service.run())
    task.add_done_callback(lambda t: None if t.cancelled() or not t.exception() else me.cancel())
    try:
        yield service
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _show(parts: Parts, service: Service, *, once: bool, as_json: bool, lang: Lang) -> None:
    began = time.monotonic()
    show = Demo(parts=parts, settled=service.settled, say=lambda t: err.print(t, markup=False))
    with err.status("見本データを投入しています…" if lang == "ja" else "posting the samples…"):
        await show.seed()
    with err.status("配置計画を作っています…" if lang == "ja" else "planning…"):
        await _quiet(service)
    steps = await show.steps()
    if once:
        with err.status("配置計画を改善しています…" if lang == "ja" else "improving the plans…"):
            await _quiet(service)
    for pool_id in () if as_json else map(PoolId, sample.POOLS):
        view, words = await plan_of(parts.session(), pool_id), Words(lang, parts.places)
        assert view is not None
        out.print(PlanTable(view=view, words=words))
        out.print(unmet_table(view, words))
    if as_json:
        document = await answer(parts, sample.POOLS, steps, time.monotonic() - began)
        say_json(document)
    if not once:
        await _follow(parts, lang)


async def _quiet(service: Service) -> None:
    """Every plan is made, and as good as its time allows."""
    await service.settled()
    await service.flows.quiet()
    await service.settled()


async def _follow(parts: Parts, lang: Lang) -> None:
    err.print(
        "別の端末で talentpool post … を試すと、ここに動きが出ます。"
        if lang == "ja"
        else "Try `talentpool post …` in another terminal: what it moves shows here.",
        soft_wrap=True,
    )
    await Viewer(parts=parts, words=Words(lang, parts.places)).follow(0)
