"""The registry of municipalities: the official 1,741 and the 47 prefectures, without a network."""

from infra.registry.lookup import Registry
from infra.registry.source import Place

__all__ = ["Place", "Registry"]
