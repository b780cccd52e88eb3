"""What takes long to work out of a plan: once for everybody who looks at that plan."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from matcher.plan import Plan

T = TypeVar("T")

#: Plans whose findings are kept at once, the latest looked at.
_MOST = 8


class OfPlans(Generic[T]):
    """Findings of plans, worked out in a thread beside whoever else is served.

    A plan is known by itself and not by its version: a better one of the same version is another.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Plan, asyncio.Task[T]]] = OrderedDict()

    async def get(self, plan: Plan, work: Callable[[], T]) -> T:
        """What the work finds of this plan; whoever asks first sets it going."""
        known = self._kept.pop(id(plan), None)
        if known is None or _is_lost(known[1]):
            known = plan, asyncio.ensure_future(asyncio.to_thread(work))
        self._kept[id(plan)] = known
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return await asyncio.shield(known[1])


def _is_lost(task: asyncio.Task[Any]) -> bool:
    """It ended without a finding, or belongs to a loop that is over."""
    return task.get_loop().is_closed() or (
        task.done() and (task.cancelled() or task.exception() is not None)
    )
