"""How `show` opens the store, finds what is meant, and answers as a page or as JSON."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from infra.registry import Registry
from infra.store import SqlStore
from matcher.plan import Plan
from models.errors import Absent, Mistake
from models.ids import MatchId, PoolId
from models.match import Match
from service.cli.app import Lang, err, fail, out
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.choosing import pool_id as read_pool
from service.cli.frame.printing import say_json
from service.wiring import opened_store

T = TypeVar("T")
Answer = tuple[RenderableType, dict[str, Any]]

#: What to do next where nothing is there yet.
_EMPTY = {
    "ja": "まだ何もありません。見本で試すには talentpool demo、要請を出すには"
    " talentpool post request --help をご覧ください。",
    "en": "Nothing here yet. Try `talentpool demo`, or see `talentpool post request --help`.",
}
_NO_PLAN = {
    "ja": "プール {pool} の配置計画はまだありません。talentpool up で動かすと作られます。",
    "en": "Pool {pool} has no plan yet; `talentpool up` runs the service that makes it.",
}
_UNREADABLE = {
    "ja": "プール {pool} の配置計画は、この版のプログラムでは読めません。作り直しています。"
    "動いていなければ talentpool up で動かしてください。",
    "en": "The plan of pool {pool} cannot be read by this version and is being planned anew; where"
    " no service runs, start it with `talentpool up`.",
}


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """The store and what was asked of it; `pools` are those in question."""

    store: SqlStore
    places: Registry
    pools: Sequence[PoolId]


async def the_match(shelf: Shelf, text: str) -> Match:
    """The match with this id, or the only live one of this demand line."""
    if "/" not in text:
        found = await shelf.store.match(MatchId(text))
        if found is None:
            raise absent("マッチ", "match", text)
        return found
    on_line = [
        m
        for pool_id in shelf.pools
        for m in await shelf.store.matches(pool_id, live_only=True)
        if m.line_id == text
    ]
    if not on_line:
        raise absent("要請枠にマッチ", "match on the demand line", text)
    if len(on_line) > 1:
        ids = "、".join(f"{m.match_id}（{m.talent_id}）" for m in on_line)
        raise Mistake(
            f"要請枠 {text} にはマッチが{len(on_line)}件あります。IDで選んでください：{ids}"
            f" / {len(on_line)} matches; choose one by its id"
        )
    return on_line[0]


async def the_one(
    shelf: Shelf, read: Callable[[PoolId], Awaitable[T | None]], what: tuple[str, str], text: str
) -> tuple[PoolId, T]:
    """The entity with this id in the only pool that has it."""
    found = [(p, entity) for p in shelf.pools if (entity := await read(p)) is not None]
    if not found:
        raise absent(*what, text)
    if len(found) > 1:
        pools = "、".join(pool_id for pool_id, _ in found)
        raise Mistake(
            f"{what[0]} {text} は複数のプールにあります。--pool に {pools} のどれかを付けてください"
            f" / several pools have {what[1]} {text}; give --pool"
        )
    return found[0]


def absent(japanese: str, english: str, text: str) -> Absent:
    return Absent(
        f"{japanese} {text} はありません。talentpool show plan でIDを確かめてください"
        f" / there is no {english} {text}; `talentpool show plan` lists the ids"
    )


def answered(
    database: str | None, pool: str | None, lang: Lang, page: Callable[[Shelf], Awaitable[T]]
) -> T:
    """Open the store, choose the pools, and make the page. Ends where there is nothing at all."""

    async def work() -> T | None:
        async with opened_store(read_settings(database)) as (store, places):
            pools = await store.pools()
            if not pools:
                return None
            chosen = [read_pool(pool, places)] if pool else pools
            return await page(Shelf(store=store, places=places, pools=chosen))

    made = run_async(work())
    return fail(_EMPTY[lang]) if made is None else made


def say_by_pool(
    database: str | None,
    pool: str | None,
    lang: Lang,
    page: Callable[[Shelf, PoolId, Plan], Awaitable[Answer]],
    *,
    as_json: bool,
) -> None:
    """A page for each pool that has a plan; says which has none."""

    async def pages(shelf: Shelf) -> tuple[list[Answer], list[str]]:
        made, without = [], []
        for pool_id in shelf.pools:
            plan = await shelf.store.plan(pool_id)
            if plan is None:
                there = await shelf.store.unreadable_plan(pool_id)
                without.append((_UNREADABLE if there else _NO_PLAN)[lang].format(pool=pool_id))
            else:
                made.append(await page(shelf, pool_id, plan))
        return made, without

    made, without = answered(database, pool, lang, pages)
    for sentence in without:
        err.print(sentence, markup=False)
    if not made:
        raise typer.Exit(1)
    shown = [part for table, _ in made for part in (table, Text(""))]
    say(Group(*shown[:-1]), {"pools": [document for _, document in made]}, as_json=as_json)


def say(shown: RenderableType, document: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        say_json(document)
    else:
        out.print(shown)
