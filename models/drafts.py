"""Requests that are still being written: text as it was typed. Nobody plans a draft."""

from datetime import datetime
from typing import NewType

from models.codes import CodeField
from models.entities import Request
from models.frozen import Frozen
from models.ids import ActorField, PoolIdField, RequestIdField

DraftId = NewType("DraftId", str)


class TypedLine(Frozen):
    """A demand line as it was typed; what is empty was not said yet."""

    number: int
    role: str = ""
    skills: str = ""
    people: str = "1"
    minimum_percent: str = "50"
    on_site_percent: str = "0"
    exclusive: bool = False
    hours: dict[str, str] = {}  #: by month; months without hours may be missing


class TypedRequest(Frozen):
    """A request as it was typed, whether it could be posted so or not."""

    title: str = ""
    theme: str = ""
    nature: str = "continuous"
    urgency: str = "1"
    municipalities: str = ""
    pm_in_place: bool = False
    owner: str = ""
    operator: str = ""
    vendors: str = ""
    note: str = ""  #: for whoever posts it; never part of what is posted
    first: str = ""  #: months asked, as far as they are shown
    last: str = ""
    lines: tuple[TypedLine, ...] = ()


class Draft(Frozen):
    """A draft: whose it is, what was typed, and the request that it amends if it amends one."""

    draft_id: DraftId
    pool_id: PoolIdField
    author: ActorField
    version: int = 1
    saved: datetime
    content: TypedRequest
    places: tuple[CodeField, ...] = ()  #: an officer's: their municipalities
    handed: bool = False  #: an officer has handed it to the coordinators
    request_id: RequestIdField | None = None  #: of the request that it amends
    base: Request | None = None  #: that request as it stood when the amendment began
    posted: Request | None = None  #: what became of it; kept so that it can be taken back

    @property
    def open(self) -> bool:
        """Whether it is still being written."""
        return self.posted is None
