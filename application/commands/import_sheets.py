"""A filled-in sheet: what it would change in the store, and that change, all of it or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from application.import_merge import person_with_what_stands, with_what_stands
from application.session import ReadSession, Session
from models.changes import Change, changed
from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.ids import PoolId, TalentId
from models.months import Month
from models.revision_claims import Kind
from producers.receipts import Receipt
from producers.spreadsheets import Sheet

E = TypeVar("E", Request, Talent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """An entity that is known with other content; `after` carries the next revision."""

    before: Request | Talent
    after: Request | Talent

    @property
    def changes(self) -> list[Change]:
        return changed(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """An entity that has changed since the sheet was exported, and that the sheet would undo."""

    known: Request | Talent
    exported: int  #: the revision in the sheet


@dataclass(kw_only=True)
class Comparison:
    """Every entity of a sheet, sorted by what an import makes of it."""

    new: list[Request | Talent] = field(default_factory=list)
    amended: list[Amendment] = field(default_factory=list)
    unchanged: list[Request | Talent] = field(default_factory=list)
    cannot: list[Request | Talent] = field(default_factory=list)  #: withdrawn, and now otherwise
    newer: list[Newer] = field(default_factory=list)  #: changed since the sheet was written
    people: list[Person] = field(default_factory=list)  #: new, or not as they are kept
    known_people: dict[TalentId, Person] = field(default_factory=dict)

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
            "newer": [
                {"id": id_of(each.known), "exported": each.exported, "now": each.known.revision}
                for each in self.newer
            ],
            "people": len(self.people),
            "people_changed": [
                {"id": each.talent_id, "fields": self.changed_of(each)}
                for each in self.people
                if each.talent_id not in set(map(id_of, self.new))
            ],
        }

    def changed_of(self, person: Person) -> list[str]:
        """Which fields of somebody change, without what stands in them."""
        known = self.known_people.get(person.talent_id)
        return [
            name
            for name in ("name", "mail", "note")
            if getattr(person, name) != (getattr(known, name) if known else "")
        ]

    def _to_append(self) -> list[Request | Talent]:
        return [*self.new, *(each.after for each in self.amended)]


async def compared(
    session: ReadSession, pool_id: PoolId, sheets: Sequence[Sheet], first: Month
) -> Comparison:
    """What the sheets would change in the store. Unchanged entities are not stated again.

    `first` is the earliest month that a sheet may name: what stands before it stays.
    """
    comparison = Comparison()
    requests = {r.request_id: r for r in await session.reads.requests(pool_id)}
    talents = {t.talent_id: t for t in await session.reads.talents(pool_id)}
    people = {p.talent_id: p for p in await session.reads.people(pool_id)}
    for sheet in sheets:
        for request in sheet.requests:
            _compare(request, requests.get(request.request_id), sheet, first, comparison)
        for talent in sheet.talents:
            _compare(talent, talents.get(talent.talent_id), sheet, first, comparison)
        newer = {id_of(each.known) for each in comparison.newer}
        for person in sheet.people:
            kept = people.get(person.talent_id)
            whole = person_with_what_stands(person, kept, sheet.silent)
            if whole != kept and person.talent_id not in newer:
                comparison.people.append(whole)
    comparison.known_people = people
    return comparison


def id_of(entity: Request | Talent) -> str:
    """The id of either."""
    return entity.request_id if isinstance(entity, Request) else entity.talent_id


async def import_sheets(
    session: Session, comparison: Comparison, *, dry_run: bool = False
) -> Sequence[Receipt]:
    """Post what is new and what changes, on the revisions it was compared with.

    Nothing where one cannot be imported. Raises Stale where somebody has changed one since, and
    Mistake where one would be refused; a dry run raises the same.
    """
    if comparison.cannot or not comparison.changes_something:
        return ()
    requests, talents = comparison.requests(), comparison.talents()
    seen = {_thing(each.before): each.before.revision for each in comparison.amended}
    if dry_run:
        await session.desk.examine(requests, talents, seen=seen)
        return ()
    return await session.desk.post(requests, talents, comparison.people, seen=seen)


def _thing(entity: Request | Talent) -> tuple[Kind, str]:
    kind = Kind.REQUEST if isinstance(entity, Request) else Kind.TALENT
    return kind, id_of(entity)


def _compare(
    stated: E, known: E | None, sheet: Sheet, first: Month, comparison: Comparison
) -> None:
    if known is None:
        comparison.new.append(stated)
        return
    same = with_what_stands(stated, known, sheet.silent, first, sheet.months)
    exported = sheet.stamps.get(id_of(known))
    if same == known:
        comparison.unchanged.append(known)
    elif exported is not None and exported < known.revision:
        comparison.newer.append(Newer(known=known, exported=exported))
    elif known.status in (RequestStatus.WITHDRAWN, TalentStatus.LEFT):
        comparison.cannot.append(known)
    else:
        after = same.model_copy(update={"revision": known.revision + 1})
        comparison.amended.append(Amendment(before=known, after=after))
