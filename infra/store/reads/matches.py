"""Who works for whom: matches, what is not offered again, worked hours, the ledger."""

from infra.store.match_rows import LIVE_STATES, decline_in, match_in, worked_in
from infra.store.reads.look import ReadPart
from matcher.ports import LedgerRow
from models.ids import MatchId, PoolId
from models.match import Decline, Match
from models.worked_hours import Worked

#: As a condition of a statement; the codes are ours.
LIVE = "state IN ({})".format(", ".join(f"'{state}'" for state in LIVE_STATES))


class MatchReads(ReadPart):
    """Answers about matches and hours."""

    async def match(self, match_id: MatchId) -> Match | None:
        """A match as it stands now."""
        found = await self._rows(
            "SELECT * FROM matches WHERE match_id = :match_id", match_id=match_id
        )
        return match_in(found[0]) if found else None

    async def matches(self, pool_id: PoolId, live_only: bool = False) -> tuple[Match, ...]:
        """A pool's matches, by line and talent; the ended ones too unless `live_only`."""
        live = f"AND {LIVE}" if live_only else ""
        found = await self._rows(
            f"SELECT * FROM matches WHERE pool_id = :pool_id {live}"  # noqa: S608
            " ORDER BY line_id, talent_id, match_id",
            pool_id=pool_id,
        )
        return tuple(map(match_in, found))

    async def declines(self, pool_id: PoolId) -> tuple[tuple[MatchId, Decline], ...]:
        """What is not offered in a pool, each with the match that was declined or cancelled."""
        found = await self._rows(
            "SELECT match_id, content FROM declines WHERE pool_id = :pool_id ORDER BY match_id",
            pool_id=pool_id,
        )
        return tuple((MatchId(row.match_id), decline_in(row)) for row in found)

    async def worked(self, pool_id: PoolId) -> tuple[Worked, ...]:
        """Hours of months that are over, by line, talent and month; whoever left counts too."""
        found = await self._rows(
            "SELECT * FROM worked WHERE pool_id = :pool_id ORDER BY line_id, talent_id, month",
            pool_id=pool_id,
        )
        return tuple(map(worked_in, found))

    async def ledger(self, pool_id: PoolId) -> tuple[LedgerRow, ...]:
        """Used and free quarters as of the newest plan, by talent and month."""
        found = await self._rows(
            "SELECT talent_id, month, used, capacity FROM ledger WHERE pool_id = :pool_id"
            " ORDER BY talent_id, month",
            pool_id=pool_id,
        )
        return tuple(
            LedgerRow(
                talent_id=row.talent_id, month=row.month, used=row.used, capacity=row.capacity
            )
            for row in found
        )
