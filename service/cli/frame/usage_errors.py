"""A call that the command line cannot read: which option, what is wrong with it, how to mend it."""

import os
import sys
from difflib import get_close_matches

from pydantic import ValidationError
from typer._click import exceptions as click
from typer._click.core import Context
from typer.core import TyperGroup

from models.errors import Mistake
from models.phrase import Phrase
from models.validation import cause


def mistake_of_usage(error: click.ClickException) -> Mistake:
    """What is wrong, and the command that shows how it is used."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return Mistake("several", each=(_wrong(error),))
    how = Phrase.of("usage_how", command=context.command_path)
    return Mistake("several", each=(_wrong(error), how))


def _wrong(error: click.ClickException) -> Phrase:
    match error:
        case click.MissingParameter():
            of_option = error.param is not None and error.param.param_type_name == "option"
            code = "usage_missing_option" if of_option else "usage_missing_argument"
            return Phrase(code, {"name": _name(error)})
        case click.BadParameter():
            return _bad_value(error)
        case click.NoSuchOption():
            near = tuple(sorted(error.possibilities or ()))
            return Phrase.of("usage_no_option", name=error.option_name, near=_near(near))
        case click.BadOptionUsage():
            return Phrase.of("usage_needs_value", name=error.option_name)
        case click.UsageError() if error.ctx is not None:
            return _of_context(error.ctx, error.message)
        case _:
            return Phrase.of("usage_wrong")


def _of_context(context: Context, message: str) -> Phrase:
    """A command that is not there or missing, or words after the last one that is understood."""
    if not isinstance(context.command, TyperGroup):
        extra = tuple(
            word
            for word in sys.argv[1:]
            if word in message.replace("(", " ").replace(")", " ").split()
        )
        return Phrase.of("usage_extra", words=extra)
    names = list(context.command.list_commands(context))
    given = next((word for word in sys.argv[1:] if repr(word) in message), None)
    if given is None:
        return Phrase.of("usage_missing_command", near=_choose(names))
    near = tuple(get_close_matches(given, names))
    return Phrase.of("usage_no_command", name=given, near=_near(near) or _choose(names))


def _bad_value(error: click.BadParameter) -> Phrase:
    name = _name(error)
    if error.param is not None and (choices := error.param.type_descriptor.choices):
        expected = ", ".join(str(getattr(each, "value", each)) for each in choices)
        wrong_choice = Phrase.of("invalid_choice", expected=expected)
        return Phrase.of("usage_value", name=name, wrong=wrong_choice)
    if isinstance(wrong := error.__cause__, ValidationError):
        return Phrase.of("usage_value", name=name, wrong=cause(wrong.errors()[0]))
    for word in sys.argv[1:]:
        path = word.partition("=")[2] if word.startswith("--") else word
        if path and path in error.message:
            return Phrase(_path_code(path), {"name": name, "path": path})
    return Phrase.of("usage_value", name=name, wrong=Phrase.of("invalid_value"))


def _path_code(path: str) -> str:
    if not os.path.exists(path):
        return "usage_file_missing"
    return "usage_file_directory" if os.path.isdir(path) else "usage_file_access"


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    if error.param.param_type_name == "option":
        return "/".join(error.param.opts)
    return error.param.get_error_hint().strip("'")


def _near(names: tuple[str, ...]) -> Phrase | None:
    return Phrase.of("usage_near", names=names) if names else None


def _choose(names: list[str]) -> Phrase:
    return Phrase.of("usage_choose", names=tuple(names))
