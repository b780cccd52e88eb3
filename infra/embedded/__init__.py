"""The embedded event log: append-only tables in the SQLite file that the store uses too."""

from infra.embedded.log import EmbeddedLog

__all__ = ["EmbeddedLog"]
