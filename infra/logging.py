"""How this process logs: asked once at its beginning."""

import logging
import sys
from typing import Any, Literal

from models.errors import kind_and_place
from models.log import log


class Sober(logging.Formatter):
    """Says of an error its kind and place, and not its text: that may quote a person's name."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  # its name in the standard library
        """`ValueError build.py:140`."""
        return kind_and_place(ei[1]) if ei[1] else ""


def set_up(form: Literal["auto", "json", "text"], level: str) -> None:
    """Lines on stderr, from this level on; stdout stays free for answers."""
    # Libraries that use the standard logging speak only when something is wrong.
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Sober("%(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)

    def configured() -> None:
        from infra.log_lines import configure  # noqa: PLC0415  # long to load; most say nothing

        text = form == "text" or (form == "auto" and sys.stderr.isatty())
        configure(level, text=text)

    log.will_be(configured)
