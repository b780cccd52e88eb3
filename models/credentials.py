"""How people prove who they are, and tickets: secrets that open one thing, once, for a while."""

from datetime import datetime
from enum import StrEnum

from models.accounts import AccountId, Grant
from models.frozen import Frozen


class Credentials(Frozen):
    """What one account proves itself by; nothing of it can be turned back into a password."""

    account_id: AccountId
    password: str = ""  #: Argon2id, encoded with its parameters; empty: no password
    totp: str = ""  #: secret of the one-time codes (base32); empty: none are asked for
    totp_step: int = 0  #: the newest step of time whose code was used
    recovery: tuple[str, ...] = ()  #: digests of the recovery codes that are left
    outside: str = ""  #: issuer and subject of the organisation's account that enters


class TicketKind(StrEnum):
    """What a ticket opens."""

    INVITATION = "invitation"  #: an account is made, with these grants
    RESET = "reset"  #: a password is set anew
    CODE = "code"  #: the password was right, the one-time code is still asked for
    OUTSIDE = "outside"  #: the organisation's sign-in has been asked


class Ticket(Frozen):
    """A secret that a machine has drawn, kept as its digest: for one use, and for a while."""

    ticket_id: str
    digest: str
    kind: TicketKind
    account_id: AccountId | None = None
    grants: tuple[Grant, ...] = ()
    values: dict[str, str] = {}
    made_by: str = ""  #: who made it, as an actor
    made: datetime
    expires: datetime
    used: datetime | None = None

    def open_at(self, now: datetime) -> bool:
        """Whether it still opens."""
        return self.used is None and now < self.expires


class Tries(Frozen):
    """How often a proof was tried lately, and when the last one was taken."""

    count: int
    since: datetime
    within: bool  #: counted apart, as of one address
