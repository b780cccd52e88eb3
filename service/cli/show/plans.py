"""`show plan`, `show unmet`, `show pools`: what the store knows; it reads, and changes nothing."""

from typing import Annotated, Any

import typer
from rich.console import Group
from rich.text import Text

from application.exports.plan_document import plan_document
from application.exports.pool_document import pool_document
from application.queries.plan import plan_of
from application.queries.pools import pools_of
from application.session import ReadSession
from models.ids import PoolId
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import reads
from service.cli.frame.common_options import POOL
from service.cli.frame.step_commands import commands_of
from service.cli.show import agreement
from service.cli.show.pages import Answer, pools_asked, say, say_by_pool
from service.cli.show.plan_table import PlanTable
from service.cli.show.pools_table import pools_table
from service.cli.show.unmet_table import unmet_table
from service.cli.show.worked_hours import worked_table
from wording import amounts
from wording.typed.notation import month as read_month

#: What `show unmet --json` prints of a plan.
_OF_UNMET = (
    *("pool_id", "name", "version", "sample", "asked_hours", "served_hours"),
    *("unmet", "outside"),
)


@reads(POOL)
async def plan(
    session: ReadSession,
    call: CallOptions,
    *,
    month: Annotated[
        str | None, typer.Option("--month", help="This month alone, such as 2026-12.")
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help="Also the id of each match, as `decide` takes it.")
    ] = False,
) -> None:
    """Show who works for whom, how many hours in which month, and why the rest is unmet.

    配置計画を表示します：誰がどこで何月に何時間働くか、足りない分はなぜか。

    Example: talentpool show plan --pool 20
    Example: talentpool show plan --pool 20 --ids
    """
    only, words = read_month(month) if month else None, call.words

    async def page(pool_id: PoolId) -> Answer | None:
        view = await plan_of(session, pool_id, only=only)
        if view is None:
            return None
        return Answer(
            lambda: Group(
                PlanTable(view=view, words=words, ids=ids),
                worked_table(view.worked, view.plan.months[0], words),
                Text(""),
                *agreement.to_look_at(view.to_look_at, words),
                unmet_table(view, words),
            ),
            lambda: plan_document(view, words),
        )

    await say_by_pool(session, call, page)


@reads(POOL)
async def unmet(session: ReadSession, call: CallOptions) -> None:
    """Show the hours nobody covers: whose, how many, why, and what would be enough.

    未充足の時間を表示します：どの要請枠が、なぜ足りず、何があれば足りるか。

    Example: talentpool show unmet --pool 20
    """
    words = call.words

    async def page(pool_id: PoolId) -> Answer | None:
        view = await plan_of(session, pool_id)
        if view is None:
            return None
        steps = await commands_of(session.reads, pool_id, call)
        return Answer(
            lambda: Group(
                Text(amounts.pool(words.reader, pool_id), style="bold"),
                unmet_table(view, words, steps=steps),
            ),
            lambda: _of_unmet(plan_document(view, words, steps)),
        )

    await say_by_pool(session, call, page)


@reads()
async def pools(session: ReadSession, call: CallOptions) -> None:
    """List the pools: how much is asked, how much is served, how sure the plan is.

    人材プールの一覧です：充足／要請、版、計画の確かさ。

    Example: talentpool show pools
    """
    words = call.words
    found = await pools_of(session, await pools_asked(session, call))
    say(
        Answer(
            lambda: pools_table(found, words),
            lambda: {"pools": [pool_document(each, words) for each in found]},
        ),
        call,
    )


def _of_unmet(document: dict[str, Any]) -> dict[str, Any]:
    return {name: document[name] for name in _OF_UNMET}
