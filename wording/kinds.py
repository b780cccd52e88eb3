"""How values are shown: for each kind that a template may name, text in the words' language."""

from collections.abc import Callable, Mapping
from typing import Any

from models.hours import decimal
from wording import labels
from wording.amounts import amount
from wording.hours import spoken
from wording.months import label
from wording.reader import Reader

Show = Callable[[Reader, Any, str], str]


def _hours(reader: Reader, quarters: int, rest: str) -> str:
    return spoken(quarters) if reader.lang == "ja" else f"{decimal(quarters)} h"


def _month(reader: Reader, month: Any, rest: str) -> str:
    return label(month) if reader.lang == "ja" else str(month)


def _count(reader: Reader, number: int, rest: str) -> str:
    """`{n:count|match|matches}`: the number with its noun; in Japanese the counter is the noun."""
    one, _, many = rest.partition("|")
    if reader.lang == "ja":
        return f"{number:,}{one}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _labelled(label_of: Callable[..., str]) -> Show:
    return lambda reader, code, rest: label_of(code, reader.lang)


KINDS: Mapping[str, Show] = {
    "hours": _hours,
    "decimal": lambda reader, quarters, rest: decimal(quarters),
    "grouped": lambda reader, quarters, rest: amount(quarters),
    "number": lambda reader, value, rest: f"{value:,}",
    "seconds": lambda reader, value, rest: f"{value:g}",
    "count": _count,
    "month": _month,
    "place": lambda reader, code, rest: reader.places.name(code),
    "pool": lambda reader, pool_id, rest: reader.places.name(pool_id),
    "role": lambda reader, code, rest: labels.role(code, reader.lang, short=True),
    "nature": _labelled(labels.nature),
    "form": _labelled(labels.form),
    "state": lambda reader, code, rest: labels.state(code, reader.lang, mark=False),
    "verb": _labelled(labels.verb),
    "side": _labelled(labels.side),
    "cause": _labelled(labels.cause),
    "status": _labelled(labels.status),
    "reason": _labelled(labels.reason),
}
