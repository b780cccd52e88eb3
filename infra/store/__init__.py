"""The store: what people stated, what was planned and agreed, on SQLite or PostgreSQL."""

from infra.store.store import SqlStore

__all__ = ["SqlStore"]
