"""Whether a restore has begun and not ended: a store that is half there serves nobody."""

from sqlalchemy import delete, select

from infra.store.base import StorePart
from infra.store.tables import RESTORES, keep
from models.errors import Mistake


class HalfwayPart(StorePart):
    """Remembers a restore until it has ended, whatever ends the process before."""

    async def begin_restore(self) -> None:
        """From now on the store is not whole. Raises TryAgain."""
        async with self._database.writing() as connection:
            begun = self._now().isoformat(timespec="seconds")
            await keep(connection, RESTORES, [{"begun": begun}])

    async def end_restore(self) -> None:
        """Everything is there again. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(delete(RESTORES))

    async def look_whole(self) -> None:
        """Raise Mistake where a restore is under way, or was broken off."""
        async with self._database.reading() as connection:
            begun = (await connection.execute(select(RESTORES.c.begun).limit(1))).scalar()
        if begun:
            raise Mistake(
                f"{begun} に始めた復元が終わっていません。マッチと決定がまだ揃っていません。復元中"
                "なら終わるのを待ち、途中で止まったのなら、もう一度 talentpool restore を実行"
                "してください"
                f" / the restore begun at {begun} has not ended: matches and decisions are not all "
                "there; where it is under way, wait; where it was broken off, run "
                "`talentpool restore` again"
            )
