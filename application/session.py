"""Who acts, when, and on what: the opened world as a use case sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from application.ports import Places, Reads, Upkeep
from models.months import Month, month_of

if TYPE_CHECKING:  # who only looks needs no desk
    from producers.desk import Desk

#: Who acts where nobody says who: an id, never a name.
SOMEBODY = "cli"


@dataclass(frozen=True, kw_only=True)
class ReadSession:
    """One person's look at the house: every query takes it first."""

    reads: Reads
    places: Places
    now: Callable[[], datetime]
    actor: str = SOMEBODY

    @property
    def present(self) -> Month:
        """The month that it is at the offices."""
        return month_of(self.now().date())


@dataclass(frozen=True, kw_only=True)
class StoreSession(ReadSession):
    """An operator's work on the store alone: the log may be away."""

    upkeep: Upkeep


@dataclass(frozen=True, kw_only=True)
class Session(StoreSession):
    """One person's work with the house: every command takes it first."""

    desk: "Desk"
