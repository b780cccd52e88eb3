"""The content of an undo file: what takes an import back."""

from typing import Literal, TypeVar

from application.commands.import_sheets import Comparison, id_of
from models.entities import Person, Request, Talent
from models.frozen import Frozen
from models.ids import PoolId, PoolIdField, TalentIdField

E = TypeVar("E", Request, Talent)


class UndoneRequest(Frozen):
    """A request as it stood before `revision`; none: it is new, and is withdrawn again."""

    request_id: str
    revision: int
    before: Request | None = None

    @property
    def subject(self) -> str:
        """The id, as of either kind."""
        return self.request_id


class UndoneTalent(Frozen):
    """A talent as it stood before `revision`; none: it is new, and leaves again."""

    talent_id: str
    revision: int
    before: Talent | None = None

    @property
    def subject(self) -> str:
        """The id, as of either kind."""
        return self.talent_id


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


def undoing_of(comparison: Comparison, pool_id: PoolId) -> Undoing:
    """What takes an import back, as it is before it is done."""
    stood = {id_of(each.before): each.before for each in comparison.amended}

    def before(kind: type[E], id_: str) -> E | None:
        found = stood.get(id_)
        return found if isinstance(found, kind) else None

    requests = tuple(
        UndoneRequest(
            request_id=each.request_id,
            revision=each.revision,
            before=before(Request, each.request_id),
        )
        for each in comparison.requests()
    )
    talents = tuple(
        UndoneTalent(
            talent_id=each.talent_id,
            revision=each.revision,
            before=before(Talent, each.talent_id),
        )
        for each in comparison.talents()
    )
    known = comparison.known_people
    people = tuple(
        UndonePerson(talent_id=p.talent_id, after=p, before=known.get(p.talent_id))
        for p in comparison.people
        if p.talent_id in known
    )
    return Undoing(pool_id=pool_id, requests=requests, talents=talents, people=people)
