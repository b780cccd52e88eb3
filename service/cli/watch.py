"""matches.v1 -> `watch`: match events as they happen, one line each."""

import asyncio
from collections import OrderedDict
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Annotated, Any
from uuid import UUID

import typer

from infra.store import SqlStore
from models.entities import Request
from models.envelope import Message, read
from models.errors import Mistake, Unreadable
from models.event_log import Record
from models.facts import MatchChanged
from models.hours import hours_number
from models.ids import RequestId
from models.match import MatchState
from models.plan_triggers import PlanNews
from producers.ports import Places
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    Lang,
    LangOption,
    PoolOption,
    err,
    out,
)
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.choosing import pool_id as read_pool
from service.cli.frame.amounts import pool_name
from service.cli.frame.printing import say_json
from service.cli.show.match_event import match_line
from service.wiring import Parts, opened
from wording import Words, explain
from wording.match_reasons import REASONS

#: So many event ids are remembered to tell a repeat.
_REMEMBERED = 10_000


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which events are shown; nothing given shows all."""

    pool: str | None = None
    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    def lets(self, fact: MatchChanged) -> bool:
        """Whether the event is shown."""
        request_id = fact.line_id.rpartition("/")[0]
        names = {fact.match_id, fact.line_id, request_id, fact.talent_id}
        return (
            self.pool in (None, fact.pool_id)
            and (not self.kinds or bool({fact.state.value, fact.reason} & set(self.kinds)))
            and (not self.ids or bool(names & set(self.ids)))
        )


def watch(
    *,
    pool: PoolOption = None,
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
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Show match events as they happen, until Ctrl-C; with --json one JSON line for each.

    マッチの動きをその場で表示します。Ctrl-C で終わります。

    Example: talentpool watch --past 20 --seconds 2
    """
    kinds = tuple(kind or ())
    known = {state.value for state in MatchState} | set(REASONS)
    if unknown := [each for each in kinds if each not in known]:
        raise Mistake(
            f"--kind {unknown[0]} はありません。次から選んでください：{'、'.join(sorted(known))}"
            " / choose one of these"
        )
    made = read_settings(database, kafka)

    async def work() -> int:
        async with opened(made) as parts:
            chosen = read_pool(pool, parts.places) if pool else None
            wanted = Filter(pool=chosen, kinds=kinds, ids=tuple(id_ or ()))
            viewer = Viewer(parts=parts, wanted=wanted, count=count, as_json=json_, lang=lang)
            try:
                async with asyncio.timeout(seconds):
                    await viewer.follow(past)
            except TimeoutError:
                if seconds is None:
                    raise
            return viewer.shown

    shown = run_async(work())
    if shown < (count or 0):
        raise typer.Exit(1)


@dataclass(kw_only=True)
class Viewer:
    """Prints each event once; a repeat is known by its event id."""

    parts: Parts
    wanted: Filter
    count: int | None
    as_json: bool
    lang: Lang
    shown: int = 0
    _seen: OrderedDict[UUID, None] = field(default_factory=OrderedDict)
    _requests: dict[str, Request | None] = field(default_factory=dict)
    _news: dict[str, tuple[int | None, PlanNews]] = field(default_factory=dict)  #: last, by pool

    async def follow(self, past: int) -> None:
        """Read until enough is shown."""
        err.print(
            "マッチの動きを待っています。Ctrl-C で終わります。"
            if self.lang == "ja"
            else "Waiting for match events; Ctrl-C ends.",
            markup=False,
        )
        async with aclosing(self.parts.event_log.tail([MatchChanged.topic], past=past)) as records:
            async for record in records:
                await self._take(record)
                if self.count is not None and self.shown >= self.count:
                    return

    async def _take(self, record: Record) -> None:
        try:
            message = read(record, MatchChanged)
        except Unreadable as error:
            place = f"{record.topic}/{record.partition}/{record.offset}"
            err.print(f"✕ {place}: {error}", markup=False)
            return
        fact = message.fact
        assert isinstance(fact, MatchChanged)
        if self._is_repeat(message.envelope.event_id) or not self.wanted.lets(fact):
            return
        self.shown += 1
        if self.as_json:
            say_json(document(message))
            return
        if (news := fact.plan_news) and self._news.get(fact.pool_id) != (fact.plan_version, news):
            self._news[fact.pool_id] = fact.plan_version, news
            # Beside the answer: whoever counts lines, or reads them one by one, counts events.
            err.print(plan_line(fact, self.parts.places, self.lang), markup=False, soft_wrap=True)
        at = message.envelope.time.astimezone(self.parts.now().tzinfo)
        request = await self._request(fact)
        out.print(match_line(fact, Words(self.lang, self.parts.places), at=at, request=request))

    def _is_repeat(self, event_id: UUID) -> bool:
        if event_id in self._seen:
            return True
        self._seen[event_id] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return False

    async def _request(self, fact: MatchChanged) -> Request | None:
        request_id = fact.line_id.rpartition("/")[0]
        if self._requests.get(request_id) is None:
            store: SqlStore = self.parts.store
            self._requests[request_id] = await store.request(fact.pool_id, RequestId(request_id))
        return self._requests[request_id]


def plan_line(fact: MatchChanged, places: Places, lang: Lang) -> str:
    """What the plan that the event comes from changed as a whole."""
    assert fact.plan_news is not None
    name = pool_name(fact.pool_id, places)
    version = f"第{fact.plan_version}版" if lang == "ja" else f"version {fact.plan_version}"
    return f"― {name} {version}　{explain.news(Words(lang), fact.plan_news)}"


def document(message: Message) -> dict[str, Any]:
    """A match event as one JSON line: ids, hours and reasons, never a person."""
    fact, envelope = message.fact, message.envelope
    assert isinstance(fact, MatchChanged)
    return {
        "time": envelope.time.isoformat(),
        **fact.model_dump(mode="json"),
        "request_id": fact.line_id.rpartition("/")[0],
        "total_hours": hours_number(sum(fact.hours.values())),
        "event_id": str(envelope.event_id),
        "correlation_id": str(envelope.correlation_id),
    }
