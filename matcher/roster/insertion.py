"""What one or two talents could add to a line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Insertion:
    """Talents put on a line, by number: hours as a row of months, and points gained."""

    line: int
    shares: tuple[tuple[int, tuple[int, ...]], ...]
    points: int
    quarters: int
