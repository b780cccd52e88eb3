"""The command line and the settings as a page: everything `--help` says, in one place."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from typer.core import TyperArgument, TyperCommand, TyperGroup

from infra.settings import Settings
from service.cli.frame.lazy_command import LazyCommand
from service.cli.frame.root import root

_EXAMPLE = "Example:"
_HEAD = """# Commands

Each command explains itself with `--help`. Answers go to stdout, talk and errors to stderr.
Exit codes: 0 fine; 1 faults were found, or nothing is there; 2 a mistake that you can mend;
3 the log or the store is away; 4 the same was posted a moment ago; 5 somebody has changed it since
it was looked at (`--seen`).
"""


def cli_page() -> str:
    """Every command with its example and options, then every setting."""
    sections = ["\n".join(_section(path, command)) for path, command in commands()]
    return "\n".join([_HEAD, *sections, *_settings()])


def commands() -> Iterator[tuple[str, TyperCommand]]:
    """Every command as it is typed, in the order of `--help`, with all it says of itself."""
    yield from _leaves(root(), "talentpool")


def _leaves(command: Any, path: str) -> Iterator[tuple[str, TyperCommand]]:
    if not isinstance(command, TyperGroup):
        yield path, command.whole() if isinstance(command, LazyCommand) else command
        return
    for name, each in command.commands.items():
        if not each.hidden:
            yield from _leaves(each, f"{path} {name}")


def _section(path: str, command: Any) -> Iterator[str]:
    lines = [line.strip("\b ") for line in (command.help or "").splitlines()]
    examples = [x.removeprefix(_EXAMPLE).strip() for x in lines if x.startswith(_EXAMPLE)]
    yield f"## {path}\n"
    yield "\n".join(line for line in lines if not line.startswith(_EXAMPLE)).strip()
    if examples:
        yield "\n```sh\n" + "\n".join(examples) + "\n```"
    shown = [p for p in command.params if p.name != "help" and not p.hidden]
    if shown:
        yield "\n| argument or option | default | meaning |\n|---|---|---|"
    for param in shown:
        yield f"| {_written(param)} | {_default(param)} | {_cell(_meaning(param))} |"
    yield ""


def _written(param: Any) -> str:
    if isinstance(param, TyperArgument):
        return f"`{param.metavar or param.name.upper()}`"
    names = ", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
    value = "" if param.is_flag else f" `{_value(param)}`"
    again = " (repeatable)" if param.multiple else ""
    return _cell(names + value + again)


def _value(param: Any) -> str:
    if param.metavar:
        return str(param.metavar)
    wanted = param.type_descriptor.annotation
    if get_origin(wanted) is Literal:
        return "|".join(get_args(wanted))
    if get_origin(wanted) is list:
        wanted = get_args(wanted)[0]
    return {"str": "TEXT", "int": "N", "float": "N", "Path": "FILE"}.get(
        getattr(wanted, "__name__", ""), "VALUE"
    )


def _meaning(param: Any) -> str:
    """As `--help` says it, with the option's environment twin."""
    return f"{param.help or ''} [env: {param.envvar}]" if param.envvar else param.help or ""


def _default(param: Any) -> str:
    if param.default in (None, False, "", ()) or callable(param.default):
        return "needed" if param.required else ""
    return f"`{param.default}`"


def _settings() -> Iterator[str]:
    yield "# Settings\n"
    yield "Read once from the environment; a command's option wins over its variable.\n"
    yield "| variable | default | meaning |\n|---|---|---|"
    for name, field in Settings.model_fields.items():
        default = f"`{field.default}`" if field.default != "" else ""
        yield f"| `TALENTPOOL_{name.upper()}` | {default} | {_cell(field.description or '')} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
