"""The columns of both kinds of sheet."""

from producers.spreadsheets.column import Column, Kind
from producers.spreadsheets.request_columns import REQUESTS
from producers.spreadsheets.talent_columns import TALENTS

COLUMNS: dict[Kind, tuple[Column, ...]] = {"requests": REQUESTS, "talents": TALENTS}
