"""A value that no column takes is the fault of who said it: refused, not the end of us."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError

from models.errors import Unstorable


@contextmanager
def unstorable() -> Iterator[None]:
    """Raise Unstorable, which quotes nothing, where a statement holds such a value.

    NUL in a text, half a surrogate pair, a number beyond its column: the drivers say it in three
    ways. Whoever writes refuses these by their types; this is for what they overlook.
    """
    try:
        yield
    except (DataError, OverflowError, UnicodeEncodeError) as error:
        raise Unstorable("value_unstorable", error=type(error).__name__) from error
