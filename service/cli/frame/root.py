"""`talentpool`: the tree of its commands, and how errors reach a person.

Whatever a command needs is loaded by the command. What is loaded here, every call pays for.
"""

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from itertools import pairwise
from typing import Any

from typer import Exit
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import Abort
from typer.main import get_install_completion_arguments

from models.errors import Mistake, TalentPoolError
from models.text import unfit
from service import exit_codes
from service.cli.frame.lazy_command import LazyCommand
from service.cli.frame.loading import loading
from service.cli.frame.tree import ROOT, TREE, Command, Group


def root() -> TyperGroup:
    """The command line, without any of its commands loaded."""
    commands = {
        name: _group(name, each.help, _leaves(each.commands))
        if isinstance(each, Group)
        else _leaf(name, each)
        for name, each in TREE.items()
    }
    made = _group("talentpool", ROOT, commands)
    made.params.extend(get_install_completion_arguments())
    return made


def main(commands: TyperGroup | None = None) -> None:
    """Entry point: mistakes are sentences, never tracebacks."""
    os.umask(0o077)  # whatever this process makes from now on, nobody else may read
    try:
        _check_arguments(sys.argv[1:])
        code = (commands or root())(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else exit_codes.FINE)
    except NoArgsIsHelpError as help_:
        help_.show()
        sys.exit(exit_codes.MISTAKE)
    except ClickException as error:
        from service.cli.frame.usage_errors import mistake_of_usage  # noqa: PLC0415  # as below

        sys.exit(_refused(mistake_of_usage(error)))
    except Abort:
        sys.exit(_refused(Mistake("aborted")))
    except TalentPoolError as error:
        sys.exit(_refused(error))
    except BrokenPipeError:
        # The reader of our pipe has gone: nothing more to say, and no traceback at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(exit_codes.FINE)


def _refused(error: TalentPoolError) -> int | str | None:
    """What no command has said of an error, in the language that was asked for."""
    from service.cli.frame.call_options import CallOptions  # noqa: PLC0415  # only where it is said
    from service.cli.frame.refusing import refuse  # noqa: PLC0415

    after = dict(pairwise(sys.argv)).get("--lang") or os.environ.get("TALENTPOOL_LANG")
    english = after == "en" or "--lang=en" in sys.argv
    try:
        refuse(error, CallOptions(lang="en" if english else "ja"))
    except Exit as end:
        return end.exit_code


def _check_arguments(words: list[str]) -> None:
    """Raise Mistake where a word of the command line holds a control sign; lines may be several."""
    for number, word in enumerate(words, 1):
        if sign := unfit(word, lines=True):
            raise Mistake("argument_sign", n=number, sign=sign)


def _group(name: str, text: str, commands: Mapping[str, TyperCommand | TyperGroup]) -> TyperGroup:
    return TyperGroup(
        name=name,
        commands=dict(commands),
        help=text,
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _leaves(commands: Mapping[str, Command]) -> dict[str, LazyCommand]:
    return {name: _leaf(name, each) for name, each in commands.items()}


def _leaf(name: str, command: Command) -> LazyCommand:
    return LazyCommand(name, command.line, partial(_function, command.where))


def _function(where: str) -> Callable[..., Any]:
    module, _, name = where.partition(":")
    with loading():
        found: Callable[..., Any] = getattr(import_module(f"service.cli.{module}"), name)
    return found
