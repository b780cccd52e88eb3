"""A long list page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged(Generic[T]):
    """One page of a list; pages count from 1."""

    rows: tuple[T, ...]
    page: int
    pages: int
    total: int
    first: int  #: number of the first row, counted from 1

    @property
    def last(self) -> int:
        """Number of the last row."""
        return self.first + len(self.rows) - 1


def paged(rows: Sequence[T], page: int, size: int) -> Paged[T]:
    """The page of this number, or the nearest that there is."""
    pages = max(1, -(-len(rows) // size))
    page = min(max(1, page), pages)
    start = (page - 1) * size
    shown = tuple(rows[start : start + size])
    return Paged(rows=shown, page=page, pages=pages, total=len(rows), first=start + 1)
