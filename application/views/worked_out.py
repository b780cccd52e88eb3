"""What takes long to work out of a value that cannot change: kept with it, and gone with it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

#: Findings of one value that are kept at once, the latest asked for.
MOST = 48


class WorkedOut:
    """A small memory that a value carries; what it holds is for everybody who may see the value.

    The key has to name all that a finding depends on besides the value itself.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, work: Callable[[], T]) -> T:
        """What was found under this key, else what the work finds now."""
        found: T = self._kept[key] if key in self._kept else work()
        self._kept[key] = found
        self._kept.move_to_end(key)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return found
