"""Tells a repeat: the outbox may say an event twice, and a viewer shows it once."""

from collections import OrderedDict
from dataclasses import dataclass, field
from uuid import UUID

#: So many event ids are remembered.
REMEMBERED = 10_000


@dataclass
class SeenEvents:
    """The ids of the last events."""

    _ids: OrderedDict[UUID, None] = field(default_factory=OrderedDict)

    def is_repeat(self, event_id: UUID) -> bool:
        """Whether it was seen before; from now on it was."""
        if event_id in self._ids:
            return True
        self._ids[event_id] = None
        if len(self._ids) > REMEMBERED:
            self._ids.popitem(last=False)
        return False
