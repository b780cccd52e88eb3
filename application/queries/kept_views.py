"""The view of a plan is put together once for everybody who looks at the same plan."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from application.views.plan import PlanView
from models.ids import PoolId

#: Views that are kept at once, the latest looked at: as many as pools whose plans are.
_MOST = 8


class KeptViews:
    """The last view of each pool, while all that it was made of is the same.

    What was read is known by itself: entities and plans cannot change, and whoever reads anew gets
    others. Names are compared, for they are read each time: a name that was changed or erased is
    not shown again, nor kept once the pool is looked at.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[PoolId, bool], tuple[list[Any], Any, PlanView]] = (
            OrderedDict()
        )

    def get(
        self, pool_id: PoolId, made_of: list[Any], people: Any, make: Callable[[], PlanView]
    ) -> PlanView:
        """The view of a pool, made of what was read; `people` None where none are named."""
        slot = pool_id, people is not None
        known = self._kept.pop(slot, None)
        if known is None or not _same(known[0], made_of) or known[1] != people:
            known = made_of, people, make()
        self._kept[slot] = known
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return known[2]


def _same(some: list[Any], others: list[Any]) -> bool:
    return all(one is other for one, other in zip(some, others, strict=True))
