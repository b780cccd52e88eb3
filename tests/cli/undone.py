"""Changes and what takes them back, as the command line writes it."""

from collections.abc import Sequence
from typing import Any, TypeVar

from application.edits import RemoveLine, edited
from application.edits_back import edits_back
from application.still_stands import code
from infra.registry import Registry
from models.entities import Request, Talent
from service.cli.post import edit_options
from service.cli.post.edit_words import options as options_of

E = TypeVar("E", Request, Talent)


def applied(entity: E, options: Sequence[str]) -> E:
    """The entity after these options of `amend`."""
    readers = {
        "--set": lambda text: edit_options.set_field(type(entity), text, Registry(), "20"),
        "--hours": edit_options.set_hours,
        "--remove-line": lambda text: RemoveLine(number=int(text)),
        "--restore-line": edit_options.restore_line,
    }
    pairs = zip(options[::2], options[1::2], strict=True)
    return edited(entity, [readers[name](text) for name, text in pairs if name in readers])


def undoing(before: E, after: E) -> list[str]:
    """The options that an amendment prints as its undo."""
    return options_of(edits_back(before, after), code(as_json(after), as_json(before)))


def as_json(entity: Request | Talent) -> dict[str, Any]:
    """As its code is made of."""
    return entity.model_dump(mode="json")
