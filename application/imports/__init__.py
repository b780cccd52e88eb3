"""Sheets that are handed in as a file: read apart, looked at, imported, taken back."""
