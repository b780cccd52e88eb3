"""Spreadsheets: templates to fill in, filled-in sheets read and written."""

from producers.spreadsheets.book import Book, opened
from producers.spreadsheets.faults import Fault
from producers.spreadsheets.filled import request_rows, talent_rows
from producers.spreadsheets.reading import Progress, Sheet, read
from producers.spreadsheets.template import template
from wording.fields.column import Kind

__all__ = [
    "Book",
    "Fault",
    "Kind",
    "Progress",
    "Sheet",
    "opened",
    "read",
    "request_rows",
    "talent_rows",
    "template",
]
