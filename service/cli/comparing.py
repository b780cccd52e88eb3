"""What an import would change: each entity of a sheet beside what the store knows of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.ids import PoolId
from models.labels import Lang
from models.months import Month
from producers.spreadsheets import Sheet
from service.cli.changed import Changed, changed
from service.cli.standing import with_what_stands
from service.wiring import Parts

E = TypeVar("E", Request, Talent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """An entity that is known with other content; `after` carries the next revision."""

    before: Request | Talent
    after: Request | Talent

    @property
    def changes(self) -> list[Changed]:
        return changed(self.before, self.after)


@dataclass(kw_only=True)
class Comparison:
    """Every entity of a sheet, sorted by what an import makes of it."""

    new: list[Request | Talent] = field(default_factory=list)
    amended: list[Amendment] = field(default_factory=list)
    unchanged: list[Request | Talent] = field(default_factory=list)
    cannot: list[Request | Talent] = field(default_factory=list)  #: withdrawn, and now otherwise
    people: list[Person] = field(default_factory=list)  #: new, or not as they are kept

    def requests(self) -> list[Request]:
        """The requests to append, in the order of the sheet."""
        return [each for each in self._to_append() if isinstance(each, Request)]

    def talents(self) -> list[Talent]:
        """The talents to append, in the order of the sheet."""
        return [each for each in self._to_append() if isinstance(each, Talent)]

    @property
    def changes_something(self) -> bool:
        return bool(self.new or self.amended or self.people)

    def document(self) -> dict[str, Any]:
        """The same for `--json`, by id; of people only how many."""
        return {
            "new": [id_of(each) for each in self.new],
            "amended": [
                {"id": id_of(each.before), "changed": [c.document() for c in each.changes]}
                for each in self.amended
            ],
            "unchanged": [id_of(each) for each in self.unchanged],
            "cannot": [id_of(each) for each in self.cannot],
            "people": len(self.people),
        }

    def _to_append(self) -> list[Request | Talent]:
        return [*self.new, *(each.after for each in self.amended)]


async def compared(
    parts: Parts, pool_id: PoolId, sheets: Sequence[Sheet], first: Month
) -> Comparison:
    """What the sheets would change in the store. Unchanged entities are not stated again.

    `first` is the earliest month that a sheet may name: what stands before it stays.
    """
    comparison = Comparison()
    requests = {r.request_id: r for r in await parts.store.requests(pool_id)}
    talents = {t.talent_id: t for t in await parts.store.talents(pool_id)}
    people = {p.talent_id: p for p in await parts.store.people(pool_id)}
    for sheet in sheets:
        for request in sheet.requests:
            _compare(request, requests.get(request.request_id), sheet, first, comparison)
        for talent in sheet.talents:
            _compare(talent, talents.get(talent.talent_id), sheet, first, comparison)
        comparison.people += [p for p in sheet.people if people.get(p.talent_id) != p]
    return comparison


def id_of(entity: Request | Talent) -> str:
    """The id of either."""
    return entity.request_id if isinstance(entity, Request) else entity.talent_id


def reason(entity: Request | Talent, lang: Lang) -> str:
    """Why an entity cannot be imported, and how to mend it."""
    command = "amend request" if isinstance(entity, Request) else "amend talent"
    status = "open" if isinstance(entity, Request) else "active"
    how = f"talentpool {command} {id_of(entity)} --pool {entity.pool_id} --set status={status}"
    if lang == "en":
        return f"was withdrawn; to bring it back first: {how}"
    return f"取り下げ済みです。先に戻すには {how}"


def _compare(
    stated: E, known: E | None, sheet: Sheet, first: Month, comparison: Comparison
) -> None:
    if known is None:
        comparison.new.append(stated)
        return
    same = with_what_stands(stated, known, sheet.silent, first)
    if same == known:
        comparison.unchanged.append(known)
    elif known.status in (RequestStatus.WITHDRAWN, TalentStatus.LEFT):
        comparison.cannot.append(known)
    else:
        after = same.model_copy(update={"revision": known.revision + 1})
        comparison.amended.append(Amendment(before=known, after=after))
