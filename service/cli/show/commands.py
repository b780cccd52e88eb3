"""`show`: what the store knows, for people and as JSON. It reads, and changes nothing."""

from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from matcher.plan import Plan
from models.entities import Request, Talent
from models.ids import PoolId, RequestId, TalentId
from service.cli.app import DatabaseOption, JsonOption, LangOption, PoolOption
from service.cli.frame.amounts import pool_name
from service.cli.frame.read_session import (
    Answer,
    Shelf,
    answered,
    say,
    say_by_pool,
    the_match,
    the_one,
)
from service.cli.frame.write_session import CallOptions
from service.cli.notation import month as read_month
from service.cli.remedies import steps_of
from service.cli.show import agreement, details, documents, reasons, tables
from service.cli.show.worked_hours import worked_documents, worked_table
from wording import Words
from wording.explain.documents import why_document


def plan(
    pool: PoolOption = None,
    month: Annotated[
        str | None, typer.Option("--month", help="This month alone, such as 2026-12.")
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help="Also the id of each match, as `decide` takes it.")
    ] = False,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show who works for whom, how many hours in which month, and why the rest is unmet.

    配置計画を表示します：誰がどこで何月に何時間働くか、足りない分はなぜか。

    Example: talentpool show plan --pool 20
    Example: talentpool show plan --pool 20 --ids
    """
    only = read_month(month) if month else None

    async def page(shelf: Shelf, pool_id: PoolId, plan: Plan) -> Answer:
        requests = await shelf.store.requests(pool_id)
        matches = await shelf.store.matches(pool_id, live_only=True)
        worked = await shelf.store.worked(pool_id)
        return (
            Group(
                tables.plan_table(
                    plan, requests, shelf.places, lang, matches=matches, month=only, ids=ids
                ),
                worked_table(worked, plan.months[0], lang, month=only),
                Text(""),
                *agreement.to_look_at(matches, lang),
                tables.unmet_table(plan, requests, shelf.places, lang),
            ),
            documents.plan_document(
                plan, requests, shelf.places, matches=matches, month=only, lang=lang
            )
            | {"worked": worked_documents(w for w in worked if only in (None, w.month))},
        )

    say_by_pool(database, pool, lang, page, as_json=json_)


def unmet(
    pool: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show the hours nobody covers: whose, how many, why, and what would be enough.

    未充足の時間を表示します：どの要請枠が、なぜ足りず、何があれば足りるか。

    Example: talentpool show unmet --pool 20
    """

    async def page(shelf: Shelf, pool_id: PoolId, plan: Plan) -> Answer:
        requests = await shelf.store.requests(pool_id)
        steps = await steps_of(shelf.store, pool_id, CallOptions(lang=lang, database=database))
        table = tables.unmet_table(plan, requests, shelf.places, lang, steps=steps)
        document = documents.plan_document(plan, requests, shelf.places, steps=steps, lang=lang)
        names = (
            "pool_id",
            "name",
            "version",
            "sample",
            "asked_hours",
            "served_hours",
            "unmet",
            "outside",
        )
        return (
            Group(Text(pool_name(pool_id, shelf.places), style="bold"), table),
            {name: document[name] for name in names},
        )

    say_by_pool(database, pool, lang, page, as_json=json_)


def pools(
    database: DatabaseOption = None, json_: JsonOption = False, lang: LangOption = "ja"
) -> None:
    """List the pools: how much is asked, how much is served, how sure the plan is.

    人材プールの一覧です：充足／要請、版、計画の確かさ。

    Example: talentpool show pools
    """

    async def page(shelf: Shelf) -> Answer:
        rows = [
            (
                pool_id,
                await shelf.store.requests(pool_id),
                await shelf.store.talents(pool_id),
                await shelf.store.plan(pool_id),
            )
            for pool_id in shelf.pools
        ]
        failures = {each.pool_id: each for each in await shelf.store.plan_failures()}
        return (
            tables.pools_table(rows, shelf.places, lang, list(failures.values())),
            {
                "pools": [
                    documents.pool_document(*row, shelf.places, failures.get(row[0]))
                    for row in rows
                ]
            },
        )

    say(*answered(database, None, lang, page), as_json=json_)


def request(
    request_id: Annotated[str, typer.Argument(metavar="ID", help="The request's id.")],
    pool: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show a request: what it asks, who works on it, and why the rest is unmet.

    支援要請を表示します：要請枠ごとの時間、担当する人材、足りない分の理由。

    Example: talentpool show request P002
    """

    async def page(shelf: Shelf) -> Answer:
        async def read(pool_id: PoolId) -> Request | None:
            return await shelf.store.request(pool_id, RequestId(request_id))

        pool_id, found = await the_one(shelf, read, ("支援要請", "request"), request_id)
        plan = await shelf.store.plan(pool_id)
        matches = await shelf.store.matches(pool_id)
        worked = await shelf.store.worked(pool_id)
        steps = await steps_of(shelf.store, pool_id, CallOptions(lang=lang, database=database))
        return (
            details.request_page(
                found, shelf.places, plan, matches, lang, worked=worked, steps=steps
            ),
            documents.request_document(found, shelf.places, plan, matches, worked, steps, lang),
        )

    say(*answered(database, pool, lang, page), as_json=json_)


def talent(
    talent_id: Annotated[str, typer.Argument(metavar="ID", help="The talent's id.")],
    *,
    name: Annotated[
        bool, typer.Option("--name", help="Also who it is: personal data, from the store alone.")
    ] = False,
    pool: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show a talent: roles, skills, contract, free hours by month and matches.

    人材を表示します：役割、スキル、契約、月別の空き時間、マッチ。氏名は --name を付けたときだけ。

    Example: talentpool show talent T20-01
    """

    async def page(shelf: Shelf) -> Answer:
        async def read(pool_id: PoolId) -> Talent | None:
            return await shelf.store.talent(pool_id, TalentId(talent_id))

        pool_id, found = await the_one(shelf, read, ("人材", "talent"), talent_id)
        person = await shelf.store.person(pool_id, found.talent_id) if name else None
        ledger = await shelf.store.ledger(pool_id)
        matches = await shelf.store.matches(pool_id)
        worked = await shelf.store.worked(pool_id)
        document = documents.talent_document(found, matches, ledger, worked)
        if name:
            document["person"] = person.model_dump(mode="json") if person else None
        return (
            details.talent_page(
                found, shelf.places, matches, ledger, lang, person=person, worked=worked
            ),
            document,
        )

    say(*answered(database, pool, lang, page), as_json=json_)


def match(
    match_id: Annotated[
        str, typer.Argument(metavar="ID", help="The match's id, or its demand line's.")
    ],
    pool: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show a match: its state, its hours, why this person, and why nobody else.

    マッチを表示します：状態、月別の時間、この人材である理由と、ほかの候補でない理由。
    要請枠のIDでも探せます。

    Example: talentpool show match P002/1
    """

    async def page(shelf: Shelf) -> Answer:
        found = await the_match(shelf, match_id)
        request_id = RequestId(found.line_id.rpartition("/")[0])
        request = await shelf.store.request(found.pool_id, request_id)
        plan, problem = (
            await shelf.store.plan(found.pool_id),
            await shelf.store.problem(found.pool_id),
        )
        whys = reasons.whys(problem, plan, found)
        return (
            details.match_page(found, request, shelf.places, whys, lang),
            documents.match_document(found)
            | {"why": [why_document(Words(lang, shelf.places), w) for w in whys]},
        )

    say(*answered(database, pool, lang, page), as_json=json_)
