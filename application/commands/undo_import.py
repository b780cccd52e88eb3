"""What an import changed is taken back, and nothing that was changed after it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from application.session import Session
from application.undoing import Undoing
from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.ids import PoolId, RequestId, TalentId
from producers.receipts import Receipt

E = TypeVar("E", Request, Talent)
E_co = TypeVar("E_co", Request, Talent, covariant=True)


class _Undone(Protocol[E_co]):
    """A thing that an import stated, as it stood before `revision`."""

    @property
    def subject(self) -> str: ...

    @property
    def revision(self) -> int: ...

    @property
    def before(self) -> E_co | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back, and what was left: changed since, or nothing was there before."""

    receipts: tuple[Receipt, ...]
    done: tuple[str, ...]
    people: tuple[TalentId, ...]  #: whose name or contact is as it was
    left: tuple[str, ...]
    people_left: tuple[TalentId, ...]


async def undo_import(session: Session, undoing: Undoing, *, dry_run: bool = False) -> Undone:
    """Everything that still stands as the import left it is as it was before."""
    pool_id, reads = PoolId(undoing.pool_id), session.reads
    requests, requests_left = await _back(
        undoing.requests,
        lambda id_: reads.request(pool_id, RequestId(id_)),
        {"status": RequestStatus.WITHDRAWN},
    )
    talents, talents_left = await _back(
        undoing.talents,
        lambda id_: reads.talent(pool_id, TalentId(id_)),
        {"status": TalentStatus.LEFT},
    )
    people, people_left = await _people(session, undoing)
    await session.desk.examine(requests, talents)
    receipts: list[Receipt] = []
    if not dry_run and (requests or talents or people):
        receipts = await session.desk.post(requests, talents, people)
    return Undone(
        receipts=tuple(receipts),
        done=(*(r.request_id for r in requests), *(t.talent_id for t in talents)),
        people=tuple(person.talent_id for person in people),
        left=(*requests_left, *talents_left),
        people_left=people_left,
    )


async def _back(
    undone: Iterable[_Undone[E]],
    standing: Callable[[str], Awaitable[E | None]],
    gone: Mapping[str, Any],
) -> tuple[list[E], list[str]]:
    """What stood before, said anew where it still stands as the import left it; and what does not.

    What was new is `gone` again.
    """
    back: list[E] = []
    left: list[str] = []
    for each in undone:
        now = await standing(each.subject)
        if now is None or now.revision != each.revision:
            left.append(each.subject)
        else:
            before = each.before or now.model_copy(update=gone)
            back.append(before.model_copy(update={"revision": now.revision + 1}))
    return back, left


async def _people(session: Session, undoing: Undoing) -> tuple[list[Person], tuple[TalentId, ...]]:
    """Who somebody was, where they are still kept as the import left them; and who are not."""
    back: list[Person] = []
    left: list[TalentId] = []
    for person in undoing.people:
        known = await session.reads.person(PoolId(undoing.pool_id), person.talent_id)
        if person.before is None or known != person.after:
            left.append(person.talent_id)
        else:
            back.append(person.before)
    return back, tuple(left)
