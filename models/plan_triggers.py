"""きっかけ: what made a pool's plan change, as kinds and ids; never a person."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.frozen import Frozen

#: So many ids are named; the others are counted.
NAMED = 5


class TriggerKind(StrEnum):
    """What led to a new plan."""

    REQUEST_POSTED = "request_posted"
    REQUEST_AMENDED = "request_amended"
    REQUEST_WITHDRAWN = "request_withdrawn"
    TALENT_JOINED = "talent_joined"
    HOURS_CHANGED = "hours_changed"  #: a talent has other hours than before
    TALENT_AMENDED = "talent_amended"  #: anything else about a talent
    TALENT_LEFT = "talent_left"
    DECLINED = "declined"  #: a pair is no longer offered, or not in some months
    AGREED = "agreed"  #: somebody has given their word, or a coordinator has fixed the match
    RELEASED = "released"  #: a match that was agreed or fixed is open again
    SETTINGS = "settings"  #: the pool is planned by other settings
    MONTH_TURNED = "month_turned"
    DAY_TURNED = "day_turned"  #: fewer working days of the running month are left
    IMPROVED = "improved"  #: nothing has changed: a better plan was found


class Trigger(Frozen):
    """One kind of thing that happened, and to whom: ids of requests, talents or pairs."""

    kind: TriggerKind
    ids: Annotated[tuple[str, ...], Field(max_length=NAMED)] = ()
    count: Annotated[int, Field(ge=0)] = 0  #: all of them, those not named too


class PlanNews(Frozen):
    """What one answer of the matcher changed for people, as a whole."""

    changed: Annotated[int, Field(ge=0)]  #: assignments that are not what they were
    total: Annotated[int, Field(ge=0)]  #: assignments of both plans
    triggers: tuple[Trigger, ...] = ()
