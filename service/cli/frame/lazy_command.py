"""A command that is loaded when it is called, and until then is its name and one line."""

from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand
from typer.main import get_command_from_info
from typer.models import CommandInfo


class LazyCommand(TyperCommand):
    """Lists and completes by its line; whatever more is asked, the whole command answers."""

    def __init__(self, name: str, line: str, load: Callable[[], Callable[..., Any]]) -> None:
        super().__init__(name, help=line, rich_markup_mode=None)
        self._load = load

    def whole(self) -> TyperCommand:
        """The command with its options and all it says of itself: loads what it needs."""
        command = get_command_from_info(
            CommandInfo(name=self.name, callback=self._load()),
            pretty_exceptions_short=False,
            rich_markup_mode=None,
        )
        assert isinstance(command, TyperCommand)
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """Of the whole command: what is parsed, explained and run in it is no longer this one."""
        return self.whole().make_context(info_name, args, parent, **extra)
