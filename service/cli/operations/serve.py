"""`up` runs the service; `demo` runs it on real projects with made-up people (見本)."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Annotated

import typer

from application.queries.plan import plan_of
from models.ids import PoolId
from producers import demo as sample
from service.cli.app import err, out, run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import DATABASE, KAFKA
from service.cli.frame.printing import say_json
from service.cli.show.plan_totals import plan_totals
from service.cli.watch.viewer import Viewer
from service.demo.answers import add_sample_answers
from service.demo.demo_document import demo_document
from service.demo.sample_accounts import add_sample_accounts
from service.demo.tour import Demo, Step
from service.running.service import Service
from service.running.web_server import is_loopback, served
from service.wiring import Parts, opened
from wording import explain

_PORT = Annotated[int | None, typer.Option("--port", help="Port of the console; 0: a free one.")]
_NO_WEB = Annotated[bool, typer.Option("--no-web", help="Without the console.")]


@calls(DATABASE, KAFKA)
def up(call: CallOptions, *, port: _PORT = None, no_web: _NO_WEB = False) -> None:
    """Run the service until Ctrl-C: take events, plan pools, log match events, serve the console.

    サービスと画面を起動します。Ctrl-C で終了します。

    Example: talentpool up
    """
    given = settings(call.database, call.kafka, web_port=port)

    async def work() -> None:
        async with opened(given, waits=True) as parts, AsyncExitStack() as stack:
            if not no_web:
                address = await stack.enter_async_context(served(parts))
                await _say_where(parts, call, address)
            await Service(parts).run()

    run(work())


@calls(DATABASE, KAFKA)
def web(call: CallOptions, *, port: _PORT = None) -> None:
    """Serve the console alone until Ctrl-C; another process runs the service.

    画面だけを起動します。計画はほかのプロセスのサービスが立てます。

    Example: talentpool web --port 8000
    """
    given = settings(call.database, call.kafka, web_port=port)

    async def work() -> None:
        async with opened(given, waits=True) as parts, served(parts) as address:
            await _say_where(parts, call, address)
            await asyncio.Event().wait()

    run(work())


async def _say_where(parts: Parts, call: CallOptions, address: str) -> None:
    """To somebody at a terminal: where the console is, and how the first person gets in."""
    if not err.is_terminal:
        return  # the log says it
    err.print(call.words("up_console", address=address), soft_wrap=True, markup=False)
    if not await parts.store.anybody():
        command = call.command("accounts", "add-admin", "LOGIN")
        err.print(call.words("up_nobody", command=command), soft_wrap=True, markup=False)


@calls(DATABASE, KAFKA)
def demo(
    call: CallOptions,
    *,
    once: Annotated[bool, typer.Option("--once", help="End when the plans are made.")] = False,
    port: _PORT = None,
    no_web: _NO_WEB = False,
    log_level: Annotated[
        str, typer.Option(help="The least level logged on stderr: info shows every event.")
    ] = "warning",
) -> None:
    """Run the service on 106 real municipal projects and made-up people, and open its console.

    長野県・新潟県の実際の106事業と見本の人材で、配置計画ができるまでを見せます。

    Example: talentpool demo --once --json
    """
    given = settings(call.database, call.kafka, log_level=log_level, web_port=port)
    console = not (once or no_web or call.as_json)

    async def work() -> None:
        async with opened(given, waits=True) as parts, _serving(parts) as service:
            if not console:
                await _show(parts, service, call, once=once)
                return
            async with served(parts, sample_entry=is_loopback(given.web_host)) as address:
                await _open(parts, service, call, address)

    run(work())


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


async def _open(parts: Parts, service: Service, call: CallOptions, address: str) -> None:
    """The sample pools planned, and where the console is; then until Ctrl-C."""
    words, tour = call.words, Demo(parts=parts, settled=service.settled)
    with err.status(words("demo_posting")):
        await tour.seed()
    with err.status(words("demo_planning")):
        await _quiet(service)
    await tour.steps()
    await add_sample_accounts(parts)
    await add_sample_answers(parts)
    out.print(words("demo_console", address=address), soft_wrap=True, markup=False)
    await asyncio.Event().wait()


async def _show(parts: Parts, service: Service, call: CallOptions, *, once: bool) -> None:
    began, words = time.monotonic(), call.words

    def say(step: Step) -> None:
        moved = explain.summary(words, step.moved)
        err.print(f"{words.say(step.title)}\n  → {moved}", markup=False)

    tour = Demo(parts=parts, settled=service.settled, say=say)
    with err.status(words("demo_posting")):
        await tour.seed()
    with err.status(words("demo_planning")):
        await _quiet(service)
    steps = await tour.steps()
    if once:
        with err.status(words("demo_improving")):
            await _quiet(service)
    if call.as_json:
        say_json(await demo_document(parts, sample.POOLS, steps, time.monotonic() - began))
    else:
        for pool_id in map(PoolId, sample.POOLS):
            await _say_plan(parts, pool_id, call)
    if not once:
        err.print(words("demo_try"), soft_wrap=True)
        await Viewer(parts=parts, words=words).follow(0)


async def _say_plan(parts: Parts, pool_id: PoolId, call: CallOptions) -> None:
    """What the plan comes to, and the commands that show all of it: it is long."""
    view = await plan_of(parts.session(), pool_id)
    assert view is not None
    name = f"{pool_id} {call.words.shown('pool', pool_id)}"
    out.print(call.words("demo_pool", pool=name), style="bold", markup=False)
    for line in plan_totals(view.totals, call.words):
        out.print(f"  {line}", markup=False)
    for page in ("plan", "unmet"):
        out.print(f"  {call.command('show', page, '--pool', pool_id)}", style="dim", markup=False)


async def _quiet(service: Service) -> None:
    """Every plan is made, and as good as its time allows."""
    await service.settled()
    await service.flows.quiet()
    await service.settled()
