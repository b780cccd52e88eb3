"""What the producers ask of the outside world."""

from collections.abc import Sequence
from typing import Protocol

from models.codes import MunicipalityCode


class Places(Protocol):
    """The official municipalities, and the prefectures themselves as requesters."""

    def known(self, code: str) -> bool:
        """Whether the code is one of a municipality or of a prefecture itself."""

    def name(self, code: str) -> str:
        """The name as shown: with the prefecture where it exists in two, `南牧村（長野県）`.

        An unknown code is its own name.
        """

    def successor(self, code: str) -> MunicipalityCode | None:
        """Which municipality one is now that was merged or became a city; None: not known."""

    def codes(self, pool_id: str) -> Sequence[MunicipalityCode]:
        """The prefecture itself, then its municipalities in order of code."""

    def find(self, text: str, *, pool_id: str | None = None) -> list[MunicipalityCode]:
        """Every place a code, a name or its kana means, in one pool or in all.

        Width, kana and old character forms are folded for the search only.
        """

    def suggest(self, text: str, *, pool_id: str | None = None) -> list[MunicipalityCode]:
        """At most five places a person may have meant, the nearest first."""
