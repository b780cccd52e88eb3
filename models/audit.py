"""The audit record: who did or saw what, when, on which object; ids and codes, never names."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from models.frozen import Frozen

#: Where a page of the record goes on.
Cursor = NewType("Cursor", int)

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")


class Outcome(StrEnum):
    """What came of it."""

    DONE = "done"  #: it was changed, or shown
    REFUSED = "refused"  #: who asked may not, or it is not theirs
    WRONG = "wrong"  #: what was sent could not be taken; nothing changed
    FAILED = "failed"  #: the service itself failed


class Entry(StrEnum):
    """What is recorded and has no right of its own: people come in, go out, are let in."""

    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    LOCKED_OUT = "locked_out"  #: too many wrong passwords or codes
    SET_UP = "set_up"  #: an invitation was taken up
    RESET = "reset"  #: a password was set by a link
    CHANGE_LANGUAGE = "change_language"


class AuditRecord(Frozen):
    """One line of the record."""

    moment: datetime
    actor: str = ""  #: the account's id; empty: nobody was signed in
    role: str = ""  #: in which role
    action: str  #: the right that it needed, or an `Entry`
    page: str = ""  #: method and address, with the names of its parts instead of their values
    pool_id: str = ""
    kind: str = ""  #: of the object
    subject: str = ""  #: its id
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSearch:
    """Which records are wanted; what is empty does not narrow."""

    since: datetime | None = None
    until: datetime | None = None  #: this moment is no longer in it
    actor: str = ""
    action: str = ""
    pool_id: str = ""
    subject: str = ""
    outcome: Outcome | None = None


def safe_id(text: object) -> str:
    """The id where it looks like one; empty for anything that somebody may have typed instead."""
    return text if isinstance(text, str) and _ID.fullmatch(text) else ""
