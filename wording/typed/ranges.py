"""Several months, and hours for them: `2026-12..2027-03`, `2026-12=16`."""

import re
from collections.abc import Iterable, Sequence

from models.months import Month, between
from models.text_folding import one_width
from models.unfit import Unfit
from wording.typed.months import month
from wording.typed.values import hours
from wording.typed.within import within

_RANGE = re.compile(r"\.\.|~|〜")


def months(written: str) -> tuple[Month, ...]:
    """A month, several with commas, or a range with both ends. Raises Unfit."""
    found: dict[Month, None] = {}
    for part in re.split(r"[,、]", one_width(written)):
        first, *more = (within(month, end) for end in _RANGE.split(part, maxsplit=1))
        last = more[0] if more else first
        if last < first:
            raise Unfit("months_order")
        found.update(dict.fromkeys(between(first, last)))
    return tuple(found)


def hours_by_month(written: Iterable[str], default: Sequence[Month]) -> dict[Month, int]:
    """Quarters by month of `2026-12=16`, `2026-12..2027-03=16`, or `16` for each default month."""
    found: dict[Month, int] = {}
    for text in written:
        when, equals, amount = one_width(text).rpartition("=")
        found |= dict.fromkeys(within(months, when) if equals else default, within(hours, amount))
    return found


def looks_like_months(word: str) -> bool:
    """Whether somebody meant months by it, well written or not."""
    try:
        month(_RANGE.split(re.split("[,、]", one_width(word))[0], maxsplit=1)[0])
    except Unfit as unfit:
        return unfit.phrase.code != "month_form"
    return True
