"""What an id means, in the pools that are asked about."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Literal, TypeVar

from application.session import ReadSession
from models.errors import Absent, Mistake
from models.ids import MatchId, PoolId
from models.phrase import Phrase

T = TypeVar("T")


async def the_one(
    pools: Sequence[PoolId],
    read: Callable[[PoolId], Awaitable[T | None]],
    kind: Literal["request", "talent"],
    id_: str,
) -> tuple[PoolId, T]:
    """The entity with this id in the only pool that has it. Raises Absent, and Mistake."""
    found = [(pool_id, entity) for pool_id in pools if (entity := await read(pool_id)) is not None]
    what = Phrase.of(f"what_{kind}")
    if not found:
        raise Absent("absent", what=what, id=id_)
    if len(found) > 1:
        having = tuple(pool_id for pool_id, _ in found)
        raise Mistake("in_several_pools", what=what, id=id_, pools=having)
    return found[0]


async def the_match_id(session: ReadSession, pools: Sequence[PoolId], text: str) -> MatchId:
    """The id itself, or of the only live match of the demand line that it names."""
    if "/" not in text:
        if await session.reads.match(MatchId(text)) is None:
            raise Absent("absent", what=Phrase.of("what_match"), id=text)
        return MatchId(text)
    on_line = [
        match
        for pool_id in pools
        for match in await session.reads.matches(pool_id, live_only=True)
        if match.line_id == text
    ]
    if not on_line:
        raise Absent("absent_on_line", id=text)
    if len(on_line) > 1:
        matches = tuple(
            Phrase.of("match_of_talent", match_id=m.match_id, talent_id=m.talent_id)
            for m in on_line
        )
        raise Mistake("several_on_line", line_id=text, count=len(on_line), matches=matches)
    return on_line[0].match_id
