"""Hours of work: integers of 15 minutes (quarters) inside, decimals of hours outside.

A JSON document, a spreadsheet cell and a screen say `7.75`; the program says `31`.
Integers keep sums exact, and a quarter is the smallest unit offices write down.
"""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo, WithJsonSchema

from models.written_hours import quarters

#: 38 h 45 min, the full week of a Japanese public servant.
FULL_WEEK = 155
PER_HOUR = 4
#: A month of 31 days, day and night (744 h): what one person can work in a month at the very most.
MOST_IN_A_MONTH = 744 * PER_HOUR
#: A whole month for each of at most twenty people who may share a line.
MOST_ASKED = 20 * MOST_IN_A_MONTH
#: More than anybody plans in one cell: 100,000 h. What was once stated is read up to this bound.
MOST = 400_000


def decimal(amount: int) -> str:
    """Quarters as offices write hours in tables and files: `31` is `7.75`, `32` is `8`."""
    return (
        f"{Decimal(amount) / PER_HOUR:f}".rstrip("0").rstrip(".")
        if amount % PER_HOUR
        else str(amount // PER_HOUR)
    )


def _from_outside(value: Any, info: ValidationInfo) -> Any:
    """JSON carries hours; Python code carries quarters."""
    return quarters(value) if info.mode == "json" else value


def hours_number(amount: int) -> int | float:
    """Quarters as a JSON number of hours: `31` is 7.75, `32` is 8."""
    return amount // PER_HOUR if amount % PER_HOUR == 0 else amount / PER_HOUR


#: An amount of work. In Python: int, quarters of an hour, ≥ 0. In JSON: a number of hours.
Quarters = Annotated[
    int,
    BeforeValidator(_from_outside),
    Field(ge=0, le=MOST, strict=True),
    PlainSerializer(hours_number, when_used="json"),
    WithJsonSchema(
        {
            "type": "number",
            "minimum": 0,
            "maximum": MOST / 4,
            "multipleOf": 0.25,
            "description": "Hours.",
        }
    ),
]


def _total_from_outside(value: Any, info: ValidationInfo) -> Any:
    if info.mode == "json" and isinstance(value, int | float) and not isinstance(value, bool):
        return round(value * PER_HOUR)
    return value


#: Work of many people or months together; as Quarters, without a limit. Said by the program alone.
TotalQuarters = Annotated[
    int,
    BeforeValidator(_total_from_outside),
    Field(ge=0, strict=True),
    PlainSerializer(hours_number, when_used="json"),
    WithJsonSchema({"type": "number", "minimum": 0, "multipleOf": 0.25, "description": "Hours."}),
]
