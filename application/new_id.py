"""Ids for what has none yet."""

import secrets
from datetime import date


def new_id(letter: str, today: date) -> str:
    """`R-20261121-3fa9`: readable over the telephone, and hardly ever taken."""
    return f"{letter}-{today:%Y%m%d}-{secrets.token_hex(2)}"
