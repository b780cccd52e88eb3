"""`talentpool`: the root of the command line, and how errors reach a person."""

import asyncio
import os
import signal
import sys
from collections.abc import Coroutine
from importlib import import_module
from typing import Annotated, Any, Literal, NoReturn, TypeVar

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from infra.file_permissions import make_private
from infra.logging import set_up
from infra.settings import Settings
from models.errors import Mistake, Stuck, TalentPoolError, TryAgain
from service.cli.frame.printing import err, look_at_words, out
from service.watchdog import STUCK

__all__ = ["err", "out"]

T = TypeVar("T")

app = typer.Typer(
    name="talentpool",
    help="Shares a prefecture's digital specialists with its municipalities.\n\n"
    "デジタル人材プールの配置計画：要請と稼働可能時間から、誰がどこで何時間働くかを決めます。",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

DatabaseOption = Annotated[
    str | None,
    typer.Option("--database", help="The store. [env: TALENTPOOL_DATABASE]", metavar="URL"),
]
KafkaOption = Annotated[
    str | None,
    typer.Option(
        "--kafka",
        help="Kafka bootstrap servers; without it the embedded log. [env: TALENTPOOL_KAFKA]",
        metavar="HOST:PORT",
    ),
]
Lang = Literal["ja", "en"]
LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="TALENTPOOL_LANG", help="Language of the answers.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="The answer as JSON on stdout.")]
PoolOption = Annotated[
    str | None, typer.Option("--pool", help="Pool: two-digit prefecture code, such as 20.")
]


def settings(database: str | None = None, kafka: str | None = None, **more: Any) -> Settings:
    """Settings of this call: options first, then the environment, then the defaults.

    Raises Mistake, naming the setting and without its value (it may be a password).
    """
    given = {"database": database, "kafka": kafka, **more}
    try:
        made = Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise Mistake("\n  ".join(map(_wrong_setting, error.errors()))) from None
    set_up(made.log_format, made.log_level)
    return made


def _wrong_setting(error: ErrorDetails) -> str:
    name = f"TALENTPOOL_{error['loc'][0]}".upper()
    means = Settings.model_fields[str(error["loc"][0])].description
    why = error["msg"].removeprefix("Value error, ")
    return f"設定 {name} の値が正しくありません：{why} / setting {name}: {why}. It means: {means}"


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end; SIGTERM ends it as Ctrl-C does."""

    async def with_signals() -> T:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        return await task

    return asyncio.run(with_signals())


def fail(text: str, code: int = 1) -> NoReturn:
    """Say what is wrong and how to mend it, and end."""
    err.print(text, markup=False, soft_wrap=True)
    raise typer.Exit(code)


def main() -> None:
    """Entry point: mistakes are sentences, never tracebacks."""
    make_private()
    try:
        look_at_words(sys.argv[1:])
        app()
    except Mistake as error:
        err.print(f"✕ {error}", markup=False, soft_wrap=True)
        sys.exit(2)
    except TryAgain as error:
        err.print(
            f"✕ つながりません。しばらくして、もう一度お試しください / away, try again: {error}",
            markup=False,
            soft_wrap=True,
        )
        sys.exit(3)
    except Stuck as error:
        err.print(f"✕ 処理が進みません / stuck: {error}", markup=False, soft_wrap=True)
        sys.exit(STUCK)
    except TalentPoolError as error:
        err.print(f"✕ {error}", markup=False, soft_wrap=True)
        sys.exit(1)
    except asyncio.CancelledError:
        sys.exit(0)
    except BrokenPipeError:
        # The reader of our pipe has gone: nothing more to say, and no traceback at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


#: Modules that add commands.
COMMANDS = (
    "serve",
    "post",
    "decide",
    "taking_back",
    "ending",
    "sheets",
    "show.commands",
    "show.bottlenecks",
    "whatif",
    "watch",
    "solver",
    "deadletters",
    "doctor",
    "backup",
    "erase",
)


def _load_commands() -> None:
    """Each module adds its commands to the app when it is imported."""
    for name in COMMANDS:
        import_module(f"service.cli.{name}")


_load_commands()
