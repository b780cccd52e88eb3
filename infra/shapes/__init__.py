"""Shapes of municipalities: read from a file, drawn as maps."""
