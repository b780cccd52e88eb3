"""What an import changed is taken back, and nothing that was changed after it."""

from dataclasses import dataclass
from typing import Literal, TypeVar

from application.commands.import_sheets import Comparison, id_of
from application.session import Session
from models.entities import Person, Request, RequestStatus, Talent, TalentStatus
from models.frozen import Frozen
from models.ids import PoolId, PoolIdField, RequestId, TalentId, TalentIdField
from producers.receipts import Receipt

E = TypeVar("E", Request, Talent)


class UndoneRequest(Frozen):
    """A request as it stood before `revision`; none: it is new, and is withdrawn again."""

    request_id: str
    revision: int
    before: Request | None = None


class UndoneTalent(Frozen):
    """A talent as it stood before `revision`; none: it is new, and leaves again."""

    talent_id: str
    revision: int
    before: Talent | None = None


class UndonePerson(Frozen):
    """Who a talent was and became; none before: nobody was kept."""

    talent_id: TalentIdField
    after: Person
    before: Person | None = None


class Undoing(Frozen):
    """The content of an undo file."""

    talentpool: Literal["undo.v1"] = "undo.v1"
    pool_id: PoolIdField
    requests: tuple[UndoneRequest, ...] = ()
    talents: tuple[UndoneTalent, ...] = ()
    people: tuple[UndonePerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back, and what was left: changed since, or nothing was there before."""

    receipts: tuple[Receipt, ...]
    done: tuple[str, ...]
    people: tuple[TalentId, ...]  #: whose name or contact is as it was
    left: tuple[str, ...]
    people_left: tuple[TalentId, ...]


def undoing_of(comparison: Comparison, pool_id: PoolId) -> Undoing:
    """What takes an import back, as it is before it is done."""
    stood = {id_of(each.before): each.before for each in comparison.amended}
    requests, talents = [], []
    for request in comparison.requests():
        before = stood.get(request.request_id)
        requests.append(
            UndoneRequest(
                request_id=request.request_id,
                revision=request.revision,
                before=before if isinstance(before, Request) else None,
            )
        )
    for talent in comparison.talents():
        was = stood.get(talent.talent_id)
        talents.append(
            UndoneTalent(
                talent_id=talent.talent_id,
                revision=talent.revision,
                before=was if isinstance(was, Talent) else None,
            )
        )
    known = comparison.known_people
    people = tuple(
        UndonePerson(talent_id=p.talent_id, after=p, before=known.get(p.talent_id))
        for p in comparison.people
        if p.talent_id in known
    )
    return Undoing(pool_id=pool_id, requests=tuple(requests), talents=tuple(talents), people=people)


async def undo_import(session: Session, undoing: Undoing, *, dry_run: bool = False) -> Undone:
    """Everything that still stands as the import left it is as it was before."""
    pool_id = PoolId(undoing.pool_id)
    requests, talents, left = [], [], []
    for request in undoing.requests:
        now = await session.reads.request(pool_id, RequestId(request.request_id))
        if now is None or now.revision != request.revision:
            left.append(request.request_id)
        else:
            gone = now.model_copy(update={"status": RequestStatus.WITHDRAWN})
            requests.append(_again(request.before or gone, now))
    for talent in undoing.talents:
        here = await session.reads.talent(pool_id, TalentId(talent.talent_id))
        if here is None or here.revision != talent.revision:
            left.append(talent.talent_id)
        else:
            away = here.model_copy(update={"status": TalentStatus.LEFT})
            talents.append(_again(talent.before or away, here))
    people, people_left = await _people(session, undoing)
    await session.desk.examine(requests, talents)
    receipts: list[Receipt] = []
    if not dry_run and (requests or talents or people):
        receipts = await session.desk.post(requests, talents, people)
    return Undone(
        receipts=tuple(receipts),
        done=(*(r.request_id for r in requests), *(t.talent_id for t in talents)),
        people=tuple(person.talent_id for person in people),
        left=tuple(left),
        people_left=people_left,
    )


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


def _again(before: E, now: E) -> E:
    """What stood before, said anew."""
    return before.model_copy(update={"revision": now.revision + 1})
