"""The store: what people stated, what was planned and agreed, on SQLite or PostgreSQL."""
