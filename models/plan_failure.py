"""A pool that could not be planned: since when, why, and when it is tried again."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from models.frozen import Frozen
from models.ids import PoolIdField


class PlanFailure(Frozen):
    """The last try to plan a pool failed; its last good plan stays in force."""

    pool_id: PoolIdField
    version: Annotated[int, Field(ge=0)]  #: of the pool, when it was tried
    since: AwareDatetime  #: of the first failure in a row
    reason: str  #: kind of error and place in the code, such as `ValueError build.py:140`
    tries: Annotated[int, Field(ge=1)]  #: in a row
    next_try: AwareDatetime  #: earlier where the pool has a new version
