"""An insertion: one or two talents put on a line, with the hours and the points gained."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Insertion:
    """Talents put on a line, by number: hours as a row of months, and points gained."""

    line: int
    shares: tuple[tuple[int, tuple[int, ...]], ...]
    points: int
    quarters: int
