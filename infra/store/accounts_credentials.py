"""What accounts prove themselves by."""

from typing import Any

from sqlalchemy import select, update

from infra.store.base import StorePart
from infra.store.tables import CREDENTIALS, keep
from models.accounts import AccountId
from models.credentials import Credentials


class CredentialsPart(StorePart):
    """Keeps password hashes and one-time secrets, apart from the accounts."""

    async def credentials(self, account_id: AccountId) -> Credentials:
        """Of one account; empty where it has none yet."""
        found = await self._one_of(CREDENTIALS.c.account_id == account_id)
        return found or Credentials(account_id=account_id)

    async def credentials_of_outside(self, outside: str) -> Credentials | None:
        """Whom an account of the organisation belongs to."""
        return await self._one_of(CREDENTIALS.c.outside == outside)

    async def amend_credentials(
        self,
        account_id: AccountId,
        *,
        password: str | None = None,
        totp: str | None = None,
        totp_step: int | None = None,
        recovery: tuple[str, ...] | None = None,
        outside: str | None = None,
    ) -> None:
        """Set what is given; what another sets meanwhile stays. Raises TryAgain."""
        given = {
            "password": password,
            "totp": totp,
            "totp_step": totp_step,
            "recovery": None if recovery is None else "\n".join(recovery),
            "outside": outside,
        }
        changes = {name: value for name, value in given.items() if value is not None}
        ours = CREDENTIALS.c.account_id == account_id
        empty = credential_row(Credentials(account_id=account_id))
        async with self._database.writing() as connection:
            await keep(connection, CREDENTIALS, [empty])
            await connection.execute(update(CREDENTIALS).where(ours).values(changes))

    async def use_step(self, account_id: AccountId, step: int) -> bool:
        """Note that the code of this step of time was used; False: it, or a later one, was before.

        Of two that bring the same code at once, one is told True. Raises TryAgain.
        """
        fresh = (CREDENTIALS.c.account_id == account_id) & (CREDENTIALS.c.totp_step < step)
        statement = update(CREDENTIALS).where(fresh).values(totp_step=step)
        async with self._database.writing() as connection:
            found = await connection.execute(statement.returning(CREDENTIALS.c.account_id))
            return len(found.all()) > 0

    async def use_recovery(self, account_id: AccountId, digest: str) -> bool:
        """Cross out a recovery code; False: it is none of those that are left. Raises TryAgain."""
        ours = CREDENTIALS.c.account_id == account_id
        async with self._database.writing() as connection:
            query = select(CREDENTIALS.c.recovery).where(ours).with_for_update()
            left = (await connection.scalar(query) or "").split("\n")
            if digest not in left:
                return False
            left.remove(digest)
            await connection.execute(
                update(CREDENTIALS).where(ours).values(recovery="\n".join(left))
            )
            return True

    async def _one_of(self, condition: Any) -> Credentials | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(select(CREDENTIALS).where(condition))).first()
        if row is None:
            return None
        kept = dict(row._mapping)
        recovery = tuple(each for each in kept.pop("recovery").split("\n") if each)
        return Credentials(recovery=recovery, **kept)


def credential_row(credentials: Credentials) -> dict[str, Any]:
    """As it stands in the table."""
    return credentials.model_dump() | {"recovery": "\n".join(credentials.recovery)}
