"""Log lines on stderr: JSON for machines, one readable line for a terminal."""

import logging
import sys

import structlog

from models.text import clean


def configure(level: str, *, text: bool) -> None:
    """Set structlog up for this process."""
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer()
        if text
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _cleaned,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )


def _cleaned(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Without signs that steer a terminal: a field may quote what a stranger wrote."""
    return {
        name: clean(value, lines=True) if isinstance(value, str) else value
        for name, value in event.items()
    }
