"""What people stated, in its newest revision, and who they are."""

from typing import Any

from infra.store.reads.look import ReadPart
from models.entities import Person, Request, Talent
from models.ids import PoolId, RequestId, TalentId
from models.text import KEPT


class StatedReads(ReadPart):
    """Answers about requests, talents and people."""

    async def request(self, pool_id: PoolId, request_id: RequestId) -> Request | None:
        """The newest revision of a request, withdrawn or not."""
        found = await self._rows(
            "SELECT content FROM requests WHERE pool_id = :pool_id AND request_id = :request_id",
            pool_id=pool_id,
            request_id=request_id,
        )
        return Request.read_kept(found[0].content) if found else None

    async def requests(self, pool_id: PoolId) -> tuple[Request, ...]:
        """Every request of a pool, withdrawn ones too, by id."""
        found = await self._rows(
            "SELECT content FROM requests WHERE pool_id = :pool_id ORDER BY request_id",
            pool_id=pool_id,
        )
        return tuple(Request.read_kept(row.content) for row in found)

    async def talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent | None:
        """The newest revision of a talent, left or not."""
        found = await self._rows(
            "SELECT content FROM talents WHERE pool_id = :pool_id AND talent_id = :talent_id",
            pool_id=pool_id,
            talent_id=talent_id,
        )
        return Talent.read_kept(found[0].content) if found else None

    async def talents(self, pool_id: PoolId) -> tuple[Talent, ...]:
        """Every talent of a pool, those who left too, by id."""
        found = await self._rows(
            "SELECT content FROM talents WHERE pool_id = :pool_id ORDER BY talent_id",
            pool_id=pool_id,
        )
        return tuple(Talent.read_kept(row.content) for row in found)

    async def person(self, pool_id: PoolId, talent_id: TalentId) -> Person | None:
        """Who a talent is; None where nobody said, or it was erased."""
        found = await self._rows(
            "SELECT pool_id, talent_id, name, mail, note FROM people"
            " WHERE pool_id = :pool_id AND talent_id = :talent_id",
            pool_id=pool_id,
            talent_id=talent_id,
        )
        return _person(found[0]) if found else None

    async def people(self, pool_id: PoolId) -> tuple[Person, ...]:
        """Everybody known in a pool, by talent id."""
        found = await self._rows(
            "SELECT pool_id, talent_id, name, mail, note FROM people"
            " WHERE pool_id = :pool_id ORDER BY talent_id",
            pool_id=pool_id,
        )
        return tuple(map(_person, found))


def _person(row: Any) -> Person:
    columns = {name: getattr(row, name) for name in Person.model_fields}
    return Person.model_validate(columns, context=KEPT)
