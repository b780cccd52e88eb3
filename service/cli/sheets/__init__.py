"""Sheets at the command line: template, import with its undo, export."""
