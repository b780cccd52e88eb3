"""What stays in memory for long is not looked through by the garbage collector."""

import gc

#: Times something lasting was read, until garbage among it is looked for: see `leave_out`.
_LOOK_AFTER = 500


class Lasting:
    """Leaves what has been read so far to the counting of references alone.

    Plans and entities of a large pool are some hundred thousand objects without cycles. To look
    through all of them stops every page for a tenth of a second, finds nothing, and happens
    whenever a quarter as much has come to it.

    Whatever else is in memory at that moment is left out too, with cycles that nobody holds any
    more: they stay. So all of it is looked through after some hundred times, at the price of one
    such stop.
    """

    def __init__(self, look_after: int = _LOOK_AFTER) -> None:
        self._look_after = look_after
        self._times = 0

    def leave_out(self) -> None:
        """After something lasting was read."""
        self._times += 1
        if self._times >= self._look_after:
            self._times = 0
            gc.unfreeze()
            gc.collect()
        gc.freeze()
