"""A form that came too late: its fields go back to the browser and come again after the sign-in."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.datastructures import FormData

#: What belongs to the session, or is a secret: typed again rather than shown again.
_NEVER = frozenset({"csrf", "held_path", "one_time_code", "one_time_secret", "ticket"})
#: Before the name of a field that is held, and of one that held a file.
PREFIX, FILE_PREFIX = "held:", "held-file:"


@dataclass(frozen=True, slots=True)
class Held:
    """What was typed, by name; and the names of files, which have to be chosen again."""

    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.files)

    @property
    def hidden(self) -> Iterator[tuple[str, str]]:
        """As hidden fields of another form."""
        yield from ((f"{PREFIX}{name}", value) for name, value in self.fields)
        yield from ((f"{FILE_PREFIX}{name}", "") for name in self.files)

    @classmethod
    def of(cls, form: FormData) -> "Held":
        """The fields of a form that came too late."""
        kept = [(n, v) for n, v in form.multi_items() if n not in _NEVER and "password" not in n]
        kept = [(n, v) for n, v in kept if not n.startswith((PREFIX, FILE_PREFIX))]
        return cls(
            tuple((name, value) for name, value in kept if isinstance(value, str)),
            tuple(dict.fromkeys(n for n, v in kept if not isinstance(v, str) and v.filename)),
        )

    @classmethod
    def brought_back(cls, form: FormData) -> "Held":
        """Those that a form of the sign-in holds."""
        every = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        return cls(
            tuple((n.removeprefix(PREFIX), v) for n, v in every if n.startswith(PREFIX)),
            tuple(n.removeprefix(FILE_PREFIX) for n, _ in every if n.startswith(FILE_PREFIX)),
        )
