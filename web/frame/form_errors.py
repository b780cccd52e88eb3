"""What is wrong with a form: for its whole, and field by field, in the order of the fields."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from models.errors import Mistake
from models.phrase import Phrase
from models.unfit import Unfit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with a field by its name in the form; empty: with the whole form."""

    field: str
    said: Phrase


@dataclass(slots=True)
class FormErrors:
    """Collected, so that everything is said at once. Falsy while nothing is wrong.

    `read` a field by its parser; use what was read only where no error came of it.
    """

    found: list[FieldError] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.found)

    def __iter__(self) -> Iterator[FieldError]:
        return iter(self.found)

    def add(self, name: str, said: Phrase) -> None:
        """Something is wrong with this field."""
        self.found.append(FieldError(name, said))

    def read(self, name: str, written: str, parse: Callable[[str], T]) -> T | None:
        """What the parser makes of what was typed; None, and the error noted, where it cannot."""
        try:
            return parse(written)
        except (Unfit, Mistake) as error:
            self.add(name, error.phrase)
            return None

    @contextmanager
    def noted(self, fields: Iterable[str] = ()) -> Iterator[None]:
        """Mistakes of a use case: beside the field that they name, where the form has it."""
        try:
            yield
        except Mistake as error:
            known = set(fields)
            each = error.phrase.params.get("each")
            phrases = each if isinstance(each, tuple) else (error.phrase,)
            for phrase in phrases:
                if isinstance(phrase, Phrase):
                    named = phrase.params.get("field")
                    self.add(str(named) if named in known else "", phrase)

    def of(self, name: str) -> tuple[Phrase, ...]:
        """What is wrong with one field."""
        return tuple(each.said for each in self.found if each.field == name)
