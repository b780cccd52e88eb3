"""Validated facts out: posting, spreadsheets, demo traffic, the outbox relay."""
