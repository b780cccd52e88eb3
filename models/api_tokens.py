"""Tokens of programs: a role of somebody, for the HTTP API alone."""

from datetime import datetime

from models.accounts import AccountId, AccountRole, Grant
from models.frozen import Frozen
from models.ids import ActorId


class ApiToken(Frozen):
    """What a program may do: one grant, until it expires or is ended; of its secret a digest."""

    token_id: str
    digest: str
    name: str  #: what it is for, as its maker calls it
    grant: Grant
    made_by: AccountId
    made: datetime
    expires: datetime
    used: datetime | None = None  #: the last time, to the minute

    @property
    def actor(self) -> ActorId:
        """Who acts, in facts and logs."""
        role: AccountRole = self.grant.role
        return ActorId(f"{role}:{self.token_id}")


class KeptReply(Frozen):
    """An answer that is given again where the same key comes again."""

    asked: str  #: digest of method, address and body
    status: int | None = None  #: None: the first is still being answered
    headers: dict[str, str] = {}
    body: str = ""
    time: datetime
