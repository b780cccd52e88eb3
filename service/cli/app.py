"""What the commands share: their options, the settings of a call, how work is run to its end."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, Literal, NoReturn, TypeVar

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from infra.logging import set_up
from infra.settings import Settings
from models.errors import Mistake
from models.phrase import Phrase
from models.validation import cause
from service import exit_codes
from service.cli.frame.printing import err, out

__all__ = ["err", "out"]

T = TypeVar("T")

Lang = Literal["ja", "en"]


def settings(database: str | None = None, kafka: str | None = None, **more: Any) -> Settings:
    """Settings of this call: options first, then the environment, then the defaults.

    Raises Mistake, naming the setting and without its value (it may be a password).
    """
    given = {"database": database, "kafka": kafka, **more}
    try:
        made = Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise Mistake("several", each=tuple(map(_wrong_setting, error.errors()))) from None
    set_up(made.log_format, made.log_level)
    return made


def _wrong_setting(error: ErrorDetails) -> Phrase:
    if not error["loc"]:
        return Phrase.of("settings_wrong", wrong=cause(error))
    name = str(error["loc"][0])
    return Phrase.of(
        "setting_wrong",
        name=f"TALENTPOOL_{name}".upper(),
        wrong=cause(error),
        means=Settings.model_fields[name].description,
    )


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end; SIGTERM ends it as Ctrl-C does."""

    async def with_signals() -> T:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        return await task

    try:
        return asyncio.run(with_signals())
    except asyncio.CancelledError:
        raise typer.Exit(exit_codes.FINE) from None


def fail(text: str, code: int = 1) -> NoReturn:
    """Say what is wrong and how to mend it, and end."""
    err.print(text, markup=False, soft_wrap=True)
    raise typer.Exit(code)
