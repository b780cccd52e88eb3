"""`show request`, `show talent`, `show match`: one of them, with all that belongs to it."""

from typing import Annotated

import typer

from application.exports.match_document import whole_match_document
from application.exports.request_document import request_document
from application.exports.talent_document import talent_document
from application.queries.finding import the_match_id, the_one
from application.queries.match import match_of
from application.queries.request import request_of_pool
from application.queries.talent import talent_of
from application.session import ReadSession
from application.views.request import RequestView
from application.views.talent import TalentView
from models.ids import PoolId, RequestId, TalentId
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import reads
from service.cli.frame.common_options import POOL
from service.cli.frame.step_commands import commands_of
from service.cli.show.match_page import match_page
from service.cli.show.pages import Answer, pools_asked, say
from service.cli.show.request_page import request_page
from service.cli.show.talent_page import talent_page


@reads(POOL)
async def request(
    session: ReadSession,
    call: CallOptions,
    *,
    request_id: Annotated[str, typer.Argument(metavar="ID", help="The request's id.")],
) -> None:
    """Show a request: what it asks, who works on it, and why the rest is unmet.

    支援要請を表示します：要請枠ごとの時間、担当する人材、足りない分の理由。

    Example: talentpool show request P002
    """

    async def read(pool_id: PoolId) -> RequestView | None:
        return await request_of_pool(session, pool_id, RequestId(request_id))

    pools, words = await pools_asked(session, call), call.words
    pool_id, view = await the_one(pools, read, "request", request_id)
    steps = await commands_of(session.reads, pool_id, call)
    answer = Answer(
        lambda: request_page(view, words, steps=steps),
        lambda: request_document(view, words, steps),
    )
    say(answer, call)


@reads(POOL)
async def talent(
    session: ReadSession,
    call: CallOptions,
    *,
    talent_id: Annotated[str, typer.Argument(metavar="ID", help="The talent's id.")],
    name: Annotated[
        bool, typer.Option("--name", help="Also who it is: personal data, from the store alone.")
    ] = False,
) -> None:
    """Show a talent: roles, skills, contract, free hours by month and matches.

    人材を表示します：役割、スキル、契約、月別の空き時間、マッチ。氏名は --name を付けたときだけ。

    Example: talentpool show talent T20-01
    """

    async def read(pool_id: PoolId) -> TalentView | None:
        return await talent_of(session, pool_id, TalentId(talent_id), name=name)

    pools = await pools_asked(session, call)
    _, view = await the_one(pools, read, "talent", talent_id)
    answer = Answer(
        lambda: talent_page(view, call.words), lambda: talent_document(view, with_person=name)
    )
    say(answer, call)


@reads(POOL)
async def match(
    session: ReadSession,
    call: CallOptions,
    *,
    match_id: Annotated[
        str, typer.Argument(metavar="ID", help="The match's id, or its demand line's.")
    ],
) -> None:
    """Show a match: its state, its hours, why this person, and why nobody else.

    マッチを表示します：状態、月別の時間、この人材である理由と、ほかの候補でない理由。
    要請枠のIDでも探せます。

    Example: talentpool show match P002/1
    """
    found = await the_match_id(session, await pools_asked(session, call), match_id)
    view = await match_of(session, found)
    words = call.words
    say(Answer(lambda: match_page(view, words), lambda: whole_match_document(view, words)), call)
