"""Hours of work: integers of 15 minutes (quarters) inside, decimals of hours outside.

A JSON document, a spreadsheet cell and a screen say `7.75`; the program says `31`.
Integers keep sums exact, and a quarter is the smallest unit offices write down.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo, WithJsonSchema

#: 38 h 45 min, the full week of a Japanese public servant.
FULL_WEEK = 155
PER_HOUR = 4
#: A month of 31 days, day and night (744 h): what one person can work in a month at the very most.
MOST_IN_A_MONTH = 744 * PER_HOUR
#: More than anybody plans in one cell: 100,000 h. What was once stated is read up to this bound.
MOST = 400_000

_CLOCK = re.compile(r"^(\d+)(?::|時間)(\d{1,2})分?$")


def quarters(hours: object) -> int:
    """Quarters in `7.75`, `"7.75"`, `"7:45"`, `"7時間45分"` or `"7時間"`.

    Raises ValueError, saying how to mend it, for anything that is not a whole number of quarters.
    """
    text = str(hours).strip()
    if isinstance(hours, bool) or not text:
        raise ValueError(f"{text!r} is not a number of hours; write hours such as 7.75")
    if clock := _CLOCK.match(text):
        minutes = int(clock[1]) * 60 + int(clock[2])
        if int(clock[2]) >= 60:
            raise ValueError(f"{text} has {clock[2]} minutes; minutes go to 59")
        count = Decimal(minutes) / 15
    else:
        try:
            amount = Decimal(text.removesuffix("時間").removesuffix("h").strip())
        except InvalidOperation:
            raise ValueError(
                f"{text!r} is not a number of hours; write hours such as 7.75"
            ) from None
        if not amount.is_finite():
            raise ValueError(f"{text!r} is not a number of hours; write hours such as 7.75")
        if amount.adjusted() > 5:  # before any arithmetic: 1e999999 would fill the memory
            raise ValueError(f"{text[:20]} h is too much; write at most {MOST // PER_HOUR} h")
        count = amount * PER_HOUR
    if count != count.to_integral_value():
        below = count // 1
        raise ValueError(
            f"{text} h is not a multiple of 15 minutes; "
            f"write {decimal(int(below))} or {decimal(int(below) + 1)}"
        )
    return int(count)


def decimal(amount: int) -> str:
    """Quarters as offices write hours in tables and files: `31` is `7.75`, `32` is `8`."""
    return (
        f"{Decimal(amount) / PER_HOUR:f}".rstrip("0").rstrip(".")
        if amount % PER_HOUR
        else str(amount // PER_HOUR)
    )


def spoken(amount: int) -> str:
    """Quarters in a Japanese sentence: `31` is `7時間45分`."""
    sign, amount = ("−", -amount) if amount < 0 else ("", amount)
    hours, rest = divmod(amount, PER_HOUR)
    minutes = f"{rest * 15}分" if rest else ""
    return f"{sign}{hours:,}時間{minutes}" if hours or not rest else f"{sign}{minutes}"


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
