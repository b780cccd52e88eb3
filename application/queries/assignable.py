"""Who might be put on a line by hand, and how many hours are left to give."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.commands.assign import Standing, standing
from application.session import Session
from application.views.line_names import LineName, name_of, names_of_requests
from matcher.eligibility.eligibility import Eligibility, free
from matcher.problem import Line
from models.errors import Absent
from models.ids import LineId, PoolId, TalentId, request_of
from models.months import Month
from models.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A month of the line: what is asked, and what the talent has besides what is fixed."""

    month: Month
    asked: int
    free: int

    @property
    def most(self) -> int:
        """What may be given."""
        return min(self.asked, self.free)


@dataclass(frozen=True, kw_only=True)
class Assignable:
    """A line, the people of its role, and the months of whoever is chosen."""

    name: LineName
    fits: tuple[TalentId, ...]  #: who meet every condition
    others: tuple[TalentId, ...]  #: who hold the role
    people: Mapping[TalentId, str]
    chosen: TalentId | None = None
    rooms: tuple[Room, ...] = ()


async def assignable(
    session: Session, pool_id: PoolId, line_id: LineId, talent_id: TalentId | None
) -> Assignable:
    """Raises Absent where the pool's plan has no such line, TryAgain while it is being planned."""
    request = await session.reads.request(pool_id, request_of(line_id))
    names = names_of_requests([request] if request else [])
    if line_id not in names:
        raise Absent("absent", what=Phrase.of("what_any"), id=line_id)
    people = {person.talent_id: person.name for person in await session.reads.people(pool_id)}
    now = await standing(session, pool_id)
    line = now.line(line_id)
    if line is None:  # nothing of it is to come
        return Assignable(name=name_of(line_id, names), fits=(), others=(), people=people)
    conditions = Eligibility(now.problem)
    holders = [t for t in now.problem.talents if line.role in t.roles]
    fits = tuple(t.talent_id for t in holders if conditions.is_eligible(line, t))
    known = {t.talent_id for t in holders}
    chosen = talent_id if talent_id in known else None
    return Assignable(
        name=name_of(line_id, names),
        fits=fits,
        others=tuple(t.talent_id for t in holders if t.talent_id not in fits),
        people=people,
        chosen=chosen,
        rooms=_rooms(now, line, chosen) if chosen else (),
    )


def _rooms(now: Standing, line: Line, talent_id: TalentId) -> tuple[Room, ...]:
    talent = now.talent(talent_id)
    assert talent is not None
    ways = {(pair.line_id, pair.talent_id): pair.overhead for pair in now.problem.pairs}
    way = ways.get((line.line_id, talent_id), {})
    rooms = []
    for month, asked in sorted(line.hours.items()):
        used = sum(
            a.hours.get(month, 0) + (ways.get(a.pair, {}).get(month, 0) if month in a.hours else 0)
            for a in now.staying(line)
            if a.talent_id == talent_id
        )
        given = sum(
            pin.hours.get(month, 0) for pin in now.problem.pins if pin.line_id == line.line_id
        )
        left = free(talent, month) - used - way.get(month, 0)
        rooms.append(Room(month=month, asked=max(0, asked - given), free=max(0, left)))
    return tuple(rooms)
