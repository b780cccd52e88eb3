"""The fields a person may set, `FIELD=VALUE`: which one is meant, and how its value is written."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from models.entities import DemandLine
from models.errors import Mistake
from models.phrase import Phrase
from models.unfit import Unfit
from wording.fields import readers
from wording.fields.names import field_named
from wording.typed.notation import mistake_of, read
from wording.typed.places import Gazetteer
from wording.typed.values import choice

T = TypeVar("T")


def value(name: str, text: str, places: Gazetteer, pool_id: str) -> Any:
    """What a person wrote for a field, as it stands in the entity's JSON. Raises Mistake."""
    return of_field(name, lambda each: readers.value(name, each, places, pool_id), text)


def of_field(name: str, reader: Callable[[str], T], text: str) -> T:
    """What the reader makes of it. Raises Mistake, which names the field."""
    try:
        return reader(text)
    except Unfit as unfit:
        at = Phrase.of("field_value", name=name, text=text)
        raise mistake_of(
            Unfit(unfit.phrase.code, **{"at": at, **unfit.phrase.params}), text
        ) from None


def known(name: str, allowed: Iterable[str]) -> str:
    """The field that is meant, by its code or by what people call it.

    Mistake, with the nearest names, where the entity has none; a demand line's needs its number.
    """
    try:
        return field_named(name, allowed)
    except Unfit as unfit:
        try:
            of_line = field_named(name, DemandLine.model_fields)
        except Unfit:
            raise Mistake(unfit.phrase.code, **unfit.phrase.params) from None
        if "lines" in allowed:
            raise Mistake("field_of_line", name=name, field=of_line) from None
        raise Mistake(unfit.phrase.code, **unfit.phrase.params) from None


def one_of(table: str, text: str) -> str:
    """The code of one of the words of a table of labels. Raises Mistake."""
    return read(lambda each: choice(table, each), text)
