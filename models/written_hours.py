"""Hours as offices write them, in quarters: `7.75`, `7:45`, `7時間45分`, `7時間半`, `1,200`."""

import re
from datetime import time, timedelta
from decimal import Decimal
from typing import TypeGuard

from models.unfit import Unfit
from models.written import is_nothing, plain

#: Numbers below it are written with at most seven digits before the point.
_SHORT = 10_000_000
#: At most seven digits before the point: no number written here can fill the memory.
_DECIMAL = re.compile(r"^([-−]?)([0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(\.[0-9]{1,6})?$")
_CLOCK = re.compile(r"^([0-9]{1,6}):([0-9]{2})(?::00)?$")
_SPOKEN = re.compile(r"^(?:([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})時間)?(?:([0-9]{1,2})分|(半))?$")
_UNIT = re.compile(r"\s*(?:時間|hours?|hrs?|h)$", re.IGNORECASE)
_LONG = re.compile(r"^[0-9]{8,}(\.[0-9]*)?$")
_COMMA = re.compile(r"^[0-9]+,[0-9]+$")


def quarters(written: object) -> int:
    """Quarters of an hour; below zero where a minus stands before. Raises Unfit.

    A comma stands before three digits (1,200 is 1200); `7,5` is asked about and never 75.
    """
    if _is_of_quarters(written):
        return int(written * 4)
    minutes = _minutes(written)
    if minutes % 15:
        below = int(minutes // 15)
        raise Unfit("hours_step", below=below, above=below + 1)
    return int(minutes // 15)


def _is_of_quarters(written: object) -> TypeGuard[int | float]:
    """A number that needs no words about it: a document holds thousands of them."""
    if not isinstance(written, int | float) or isinstance(written, bool):
        return False
    return abs(written) < _SHORT and not written * 4 % 1


def _minutes(written: object) -> Decimal:
    if isinstance(written, time):
        return Decimal(written.hour * 60 + written.minute) + Decimal(written.second) / 60
    if isinstance(written, timedelta):
        return Decimal(round(written.total_seconds())) / 60
    if written is None or isinstance(written, bool):
        raise Unfit("hours_form")
    # What a formula left behind the sixth decimal is not meant: 7.000000000000001 is 7.
    text = plain(round(written, 6) if isinstance(written, float) else written)
    if is_nothing(text):
        return Decimal(0)
    if clock := _CLOCK.match(text):
        return _clock(clock[1], clock[2])
    if (spoken := _SPOKEN.match("".join(text.split()))) and text:
        return _clock(spoken[1] or "0", "30" if spoken[3] else spoken[2] or "0")
    text = _UNIT.sub("", text)
    if found := _DECIMAL.match(text):
        return Decimal("".join(part or "" for part in found.groups()).translate(_SIGNS)) * 60
    if _COMMA.match(text):
        raise Unfit("hours_comma", point=text.replace(",", "."), without=text.replace(",", ""))
    # Eight digits and more are meant as a number, and are more than anybody has.
    raise Unfit("hours_many" if _LONG.match(text) else "hours_form")


_SIGNS = str.maketrans({",": "", "−": "-"})


def _clock(hours: str, minutes: str) -> Decimal:
    if int(minutes) >= 60:
        raise Unfit("hours_form")
    return Decimal(int(hours.replace(",", "")) * 60 + int(minutes))
