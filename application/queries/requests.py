"""The requests of a pool: looked for, filtered, in order, a page at a time."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from application.ports import Drafts, Places
from application.queries.draft import open_drafts
from application.session import ReadSession
from application.views.requests import RequestRow, Service, request_rows
from models.entities import Role
from models.ids import PoolId
from models.pool_settings import NeedPart
from models.text_folding import search_key

PAGE = 50

Order = Literal["need", "id", "place", "title", "urgency", "asked", "months"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; what is empty asks nothing."""

    text: str = ""
    service: Service | None = None
    role: Role | None = None
    theme: str = ""
    urgency: int = 0
    place: str = ""
    need: NeedPart | None = None
    order: Order = "need"
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestsView:
    """A page of the list, and what all of it comes to."""

    rows: tuple[RequestRow, ...]
    count: int  #: of all pages
    page: int
    pages: int
    services: Mapping[Service, int]  #: how many of each, whatever service is wanted
    asked: int  #: of all that were found
    served: int
    whole: int  #: of the pool, whatever is wanted
    themes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    needs: frozenset[NeedPart] = field(default_factory=frozenset)

    @property
    def first(self) -> int:
        """The number of the first row of the page; 0 where there is none."""
        return (self.page - 1) * PAGE + 1 if self.rows else 0


async def requests_of(
    session: ReadSession, drafts: Drafts, pool_id: PoolId, wanted: Wanted
) -> RequestsView:
    """The requests and drafts of coordinators, and those that officers have handed over."""
    reads = session.reads
    written = [d for d in open_drafts(await drafts.drafts(pool_id)) if d.handed or not d.places]
    plan, problem = await reads.plan(pool_id), await reads.problem(pool_id)
    rows = request_rows(await reads.requests(pool_id), written, plan, problem)
    found = [row for row in rows if _wanted(row, wanted, session.places, pool_id)]
    services = Counter(row.service for row in found)
    if wanted.service:
        found = [row for row in found if row.service is wanted.service]
    found.sort(key=_ORDERS[wanted.order])
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, wanted.page), pages)
    return RequestsView(
        rows=tuple(found[(page - 1) * PAGE : page * PAGE]),
        count=len(found),
        page=page,
        pages=pages,
        services=services,
        asked=sum(row.asked for row in found),
        served=sum(row.served for row in found),
        whole=len(rows),
        themes=_words(row.theme for row in rows),
        places=_words(code for row in rows for code in row.places),
        needs=frozenset(need for row in rows for need in row.needs),
    )


def _wanted(row: RequestRow, wanted: Wanted, places: Places, pool_id: PoolId) -> bool:
    return (
        (wanted.role is None or wanted.role in row.roles)
        and (not wanted.theme or wanted.theme == row.theme)
        and (not wanted.urgency or wanted.urgency == row.urgency)
        and (not wanted.place or wanted.place in row.places)
        and (wanted.need is None or wanted.need in row.needs)
        and (not wanted.text or _says(row, wanted.text, places, pool_id))
    )


def _says(row: RequestRow, text: str, places: Places, pool_id: PoolId) -> bool:
    """Whether every word stands in its id, title or municipality; kana and width are the same."""
    names = " ".join(places.name(code) for code in row.places)
    said = search_key(f"{row.request_id or ''} {row.title} {names} {row.places_typed}")
    return all(
        search_key(word) in said or _meant(places.find(word, pool_id=pool_id), row.places)
        for word in text.split()
    )


def _meant(some: Collection[str], others: Collection[str]) -> bool:
    return not set(some).isdisjoint(others)


def _words(some: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({each for each in some if each}))


_SERVICES = list(Service)
Key = Callable[[RequestRow], tuple[int | str, ...]]
_ORDERS: Mapping[str, Key] = {
    "need": lambda row: (_SERVICES.index(row.service), -row.urgency, -row.unmet, _id(row)),
    "id": lambda row: (_id(row),),
    "place": lambda row: ((row.places or ("~",))[0], _id(row)),
    "title": lambda row: (search_key(row.title), _id(row)),
    "urgency": lambda row: (-row.urgency, _SERVICES.index(row.service), _id(row)),
    "asked": lambda row: (-row.asked, _id(row)),
    "months": lambda row: (row.first or "~", row.last or "~", _id(row)),
}


def _id(row: RequestRow) -> str:
    return row.request_id or "~"
