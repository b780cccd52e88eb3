"""The registry of municipalities: the official 1,741 and the 47 prefectures, without a network."""

from functools import cache

from infra.registry.lookup import Registry
from infra.registry.source import Place

__all__ = ["Place", "Registry", "registry"]


@cache
def registry() -> Registry:
    """One list for the whole process, read when it is first asked."""
    return Registry()
