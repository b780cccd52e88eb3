"""A revision that an edge has taken for what it is about to append: nobody else takes it then."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from models.ids import PoolId


class Kind(StrEnum):
    """What has revisions."""

    REQUEST = "request"
    TALENT = "talent"
    SETTINGS = "settings"
    MATCH = "match"
    POSTING = "posting"  #: a content, whatever its id: who posts it twice is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The newest revision of a thing that was taken for an event, with its content as JSON."""

    kind: Kind
    pool_id: PoolId
    subject: str
    revision: int
    content: str
    event_id: UUID
    kept: bool = False  #: the log has acknowledged the event
    given_up: bool = False  #: nobody knows whether the log has it, and nobody will say any more
    seconds: float = 0.0  #: since it was taken
