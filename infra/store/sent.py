"""Which effects outside were brought about: claimed before, ended after, never both in one step."""

from sqlalchemy import delete, select, update

from infra.store.base import StorePart
from infra.store.tables import SENT, add_missing
from models.effects import Effect

#: Seconds after which an effect that was claimed and not ended is in doubt.
IN_HAND = 60.0
_CLAIMED = "claimed"


class SentPart(StorePart):
    """Remembers each effect for ever: its record may come again after any time."""

    async def claim_effect(self, effect: str, key: str) -> Effect:
        """Take an effect in hand, unless somebody has. Raises TryAgain."""
        now = self._now().timestamp()
        row = {"effect": effect, "key": key, "outcome": _CLAIMED, "tries": 1, "time": now}
        async with self._database.writing() as connection:
            if await add_missing(connection, SENT, [{**row, "reason": None}]):
                return Effect.OURS
            ours = (SENT.c.effect == effect) & (SENT.c.key == key)
            found = await connection.execute(select(SENT).where(ours).with_for_update())
            known = found.one()
            if known.outcome != _CLAIMED:
                return Effect.ENDED
            if now - known.time < IN_HAND:
                return Effect.IN_HAND
            await connection.execute(
                update(SENT).where(ours).values(time=now, tries=SENT.c.tries + 1)
            )
            return Effect.IN_DOUBT

    async def effect_ended(
        self, effect: str, key: str, outcome: str, *, reason: str | None = None
    ) -> None:
        """It was sent, refused or left in doubt. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(SENT)
                .where(SENT.c.effect == effect, SENT.c.key == key)
                .values(outcome=outcome, reason=reason, time=self._now().timestamp())
            )

    async def release_effect(self, effect: str, key: str) -> None:
        """It was certainly not sent. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(
                delete(SENT).where(
                    SENT.c.effect == effect, SENT.c.key == key, SENT.c.outcome == _CLAIMED
                )
            )
