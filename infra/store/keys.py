"""What enters without anybody signing in: tokens of programs, and a calendar's address."""

from sqlalchemy import delete, select

from infra.store.base import StorePart
from infra.store.tables import API_REPLIES, API_TOKENS, CALENDARS
from models.accounts import AccountId, AccountRole, Grant
from models.api_tokens import ApiToken


class KeysPart(StorePart):
    """Ends keys together: nothing of an account is left behind."""

    async def end_keys(self, account_id: AccountId, *, of: Grant | None = None) -> int:
        """All of an account, or those `of` a grant; how many tokens. Raises TryAgain."""
        tokens, calendar = API_TOKENS.c, CALENDARS.c.account_id == account_id
        if of is not None:
            calendar &= CALENDARS.c.pool_id == of.pool_id
        async with self._database.writing() as connection:
            made = select(tokens.content).where(tokens.made_by == account_id)
            known = [ApiToken.read_kept(each) for each in await connection.scalars(made)]
            ended = [each.token_id for each in known if of in {None, each.grant}]
            await connection.execute(delete(API_TOKENS).where(tokens.token_id.in_(ended)))
            await connection.execute(delete(API_REPLIES).where(API_REPLIES.c.token_id.in_(ended)))
            if of is None or of.role is AccountRole.TALENT:
                await connection.execute(delete(CALENDARS).where(calendar))
        return len(ended)
