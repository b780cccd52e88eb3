"""matches.v1 -> the terminal: each match event once, as a line or as JSON."""

from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime

from application.event_filter import EventFilter
from application.exports.match_document import match_event_document
from application.live.seen_events import SeenEvents
from application.views.match_event import match_event_view
from models.entities import Request
from models.envelope import Message, read
from models.errors import Unreadable
from models.event_log import Record
from models.facts import MatchChanged
from models.ids import request_of
from models.plan_triggers import PlanNews
from service.cli.app import err, out
from service.cli.frame.printing import say_json
from service.cli.show.match_event import match_line
from service.wiring import Parts
from wording import Words, amounts, explain


@dataclass(kw_only=True)
class Viewer:
    """Prints each event once; a repeat is known by its event id."""

    parts: Parts
    words: Words
    wanted: EventFilter = field(default_factory=EventFilter)
    count: int | None = None
    as_json: bool = False
    shown: int = 0
    _seen: SeenEvents = field(default_factory=SeenEvents)
    _requests: dict[str, Request | None] = field(default_factory=dict)
    _news: dict[str, tuple[int | None, PlanNews]] = field(default_factory=dict)  #: last, by pool

    async def follow(self, past: int) -> None:
        """Read until enough is shown."""
        err.print(self.words("waiting_for_events"), markup=False)
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
            err.print(f"✕ {place}: {self.words.say(error)}", markup=False)
            return
        fact = message.fact
        assert isinstance(fact, MatchChanged)
        event = match_event_view(record, message)
        if self._seen.is_repeat(event.event_id) or not self.wanted.lets(event):
            return
        self.shown += 1
        if self.as_json:
            say_json(match_event_document(message))
        else:
            await self._print(fact, message)

    async def _print(self, fact: MatchChanged, message: Message) -> None:
        news = fact.plan_news
        if news and self._news.get(fact.pool_id) != (fact.plan_version, news):
            self._news[fact.pool_id] = fact.plan_version, news
            # Beside the answer: whoever counts lines, or reads them one by one, counts events.
            err.print(plan_line(fact, news, self.words), markup=False, soft_wrap=True)
        at: datetime = message.envelope.time.astimezone(self.parts.now().tzinfo)
        out.print(match_line(fact, self.words, at=at, request=await self._request(fact)))

    async def _request(self, fact: MatchChanged) -> Request | None:
        request_id = request_of(fact.line_id)
        if self._requests.get(request_id) is None:
            known = await self.parts.store.request(fact.pool_id, request_id)
            self._requests[request_id] = known
        return self._requests[request_id]


def plan_line(fact: MatchChanged, news: PlanNews, words: Words) -> str:
    """What the plan that the event comes from changed as a whole."""
    return words(
        "plan_of_event",
        pool=amounts.pool(words.reader, fact.pool_id),
        version=fact.plan_version,
        news=explain.news(words, news),
    )
