"""How this process logs: asked once at its beginning."""

import logging
import sys
from typing import Literal

from models.log import log


def set_up(form: Literal["auto", "json", "text"], level: str) -> None:
    """Lines on stderr, from this level on; stdout stays free for answers."""
    # Libraries that use the standard logging speak only when something is wrong.
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")

    def configured() -> None:
        from infra.log_lines import configure  # noqa: PLC0415  # long to load; most say nothing

        text = form == "text" or (form == "auto" and sys.stderr.isatty())
        configure(level, text=text)

    log.will_be(configured)
