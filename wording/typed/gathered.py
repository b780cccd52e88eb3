"""Several things that were typed, read together: what is wrong with one hides no other."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from models.errors import Mistake
from models.phrase import Phrase

T = TypeVar("T")


def gathered(readings: Iterable[Callable[[], T]]) -> list[T]:
    """What each of them reads. Raises Mistake with everything that is wrong."""
    read: list[T] = []
    wrong: list[Phrase] = []
    for reading in readings:
        try:
            read.append(reading())
        except Mistake as error:
            wrong.append(error.phrase)
    if len(wrong) == 1:
        raise Mistake(wrong[0].code, **wrong[0].params)
    if wrong:
        raise Mistake("several", each=tuple(wrong))
    return read
