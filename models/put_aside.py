"""A file that was in the way of a restore: where it went, and why it is not continued."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Aside:
    """Where what stood in the place was put, and why it is not continued."""

    file: Path
    why: Literal["unreadable", "another log"]
