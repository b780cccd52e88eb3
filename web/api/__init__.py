"""The HTTP API: the same use cases for programs, under /api/v1."""
