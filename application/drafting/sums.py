"""What the hours typed so far come to."""

from models.drafts import TypedLine
from models.unfit import Unfit
from wording.typed.values import hours


def typed_sum(line: TypedLine) -> int:
    """Quarters of a line; what cannot be read counts nothing."""
    return sum(_quarters(typed) for typed in line.hours.values())


def _quarters(typed: str) -> int:
    try:
        return hours(typed)
    except Unfit:
        return 0
