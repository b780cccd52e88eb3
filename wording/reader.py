"""For whom it is worded: a language, and what places are called."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

Lang = Literal["ja", "en"]


class PlaceNames(Protocol):
    """Names of municipalities and prefectures by their codes."""

    def name(self, code: str) -> str: ...


class Codes:
    """Each code is its own name: where no registry is at hand."""

    def name(self, code: str) -> str:
        """The code."""
        return code


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads: `lang`, and the registry that names places."""

    lang: Lang = "ja"
    places: PlaceNames = field(default_factory=Codes)
