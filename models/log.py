"""The log of this process; loaded when the first line is said, as most calls say nothing."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any


class Log:
    """What `structlog.get_logger()` gives: `log.info("name.of_the_event", field=value)`."""

    def __init__(self) -> None:
        self._set_up: Callable[[], None] | None = None

    def will_be(self, set_up: Callable[[], None]) -> None:
        """How to set the log up: before its first line, or now where it is loaded already."""
        self._set_up = set_up
        if "structlog" in sys.modules:
            self._make_ready()

    def __getattr__(self, name: str) -> Any:
        """`debug`, `info`, `warning`, `error`, `exception`, `bind`."""
        self._make_ready()
        return getattr(import_module("structlog").get_logger(), name)

    def _make_ready(self) -> None:
        set_up, self._set_up = self._set_up, None
        if set_up:
            set_up()


log = Log()
