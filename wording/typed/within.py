"""Parts of what somebody wrote, read one by one: what is wrong with one is said of it."""

from collections.abc import Callable
from typing import TypeVar

from models.unfit import Unfit

T = TypeVar("T")


def within(reader: Callable[[str], T], part: str) -> T:
    """What the reader makes of a part. Raises Unfit that names the part."""
    try:
        return reader(part)
    except Unfit as unfit:
        raise unfit.of(part) from None
