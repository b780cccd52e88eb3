"""How this process logs: asked once at its beginning."""

import logging
import re
import sys
import threading
from copy import copy
from typing import Any, Literal

from models.errors import kind_and_place
from models.log import log


class Sober(logging.Formatter):
    """Says of an error its kind and place, and not its text: that may quote a person's name."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record, without what errors say that stand in its message."""
        sober = copy(record)
        sober.exc_text = None  # as another handler may have put it
        if record.name == "asyncio":
            # After its first words come tasks, arguments and protocols, with the text of an error.
            sober.msg, sober.args = re.split(r"[\n(]", record.getMessage())[0], None
        elif isinstance(record.args, tuple):
            sober.args = tuple(_sober(each) for each in record.args)
        return super().format(sober)

    def formatException(self, ei: Any) -> str:  # noqa: N802  # its name in the standard library
        """`ValueError build.py:140`."""
        return kind_and_place(ei[1]) if ei[1] else ""


def _sober(value: object) -> object:
    return kind_and_place(value) if isinstance(value, BaseException) else value


def _unraisable(found: "sys.UnraisableHookArgs") -> None:
    """What fails where nobody can be told, as at the end of a value's life."""
    if found.exc_value:
        log.error("process.unraisable", reason=kind_and_place(found.exc_value))


def _in_thread(found: threading.ExceptHookArgs) -> None:
    """What ends a thread that nobody waits for."""
    if found.exc_value and not isinstance(found.exc_value, SystemExit):
        log.error("process.thread_failed", reason=kind_and_place(found.exc_value))


def set_up(form: Literal["auto", "json", "text"], level: str) -> None:
    """Lines on stderr, from this level on; stdout stays free for answers."""
    # Libraries that use the standard logging speak only when something is wrong.
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Sober("%(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    sys.unraisablehook, threading.excepthook = _unraisable, _in_thread

    def configured() -> None:
        from infra.log_lines import configure  # noqa: PLC0415  # long to load; most say nothing

        text = form == "text" or (form == "auto" and sys.stderr.isatty())
        configure(level, text=text)

    log.will_be(configured)
