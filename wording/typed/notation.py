"""How single values are written in an option or a field: the readers of this room, with refusals.

What is wrong with a value is a Mistake that repeats it.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from models.entities import Role
from models.errors import Mistake
from models.months import Month, between, plus, year_end
from models.unfit import Unfit
from wording.typed import demand_line, ranges, values
from wording.typed import months as written_months
from wording.typed import skills as written_skills
from wording.typed.corporate import corporate_number as read_corporate_number

T = TypeVar("T")

LINE_EXAMPLE = demand_line.EXAMPLE


def read(reader: Callable[[str], T], text: str) -> T:
    """What the reader makes of it. Raises Mistake: what is wrong, how to mend it."""
    try:
        return reader(text)
    except Unfit as unfit:
        raise mistake_of(unfit, text) from None


def mistake_of(unfit: Unfit, text: str) -> Mistake:
    """The same message as a sheet has of a cell, with what was written."""
    params = unfit.phrase.params
    # Whoever writes a single value may write its code too; a part is named by its message.
    code = "choice_of_codes" if unfit.phrase.code == "choice" else unfit.phrase.code
    return Mistake(code, **(params if "part" in params else unfit.of(text).phrase.params))


def yes_no(text: str) -> bool:
    """`yes`, `はい`, `○`, `可`, `no`, `いいえ`, `×`, and what else means one of them."""
    return read(values.yes_no, text)


def month(text: str) -> Month:
    """A month written as `2026-12`, `2026年12月1日`, `令和8年12月`, `R8.12` or `Dec-26`."""
    return read(written_months.month, text)


def number(text: str) -> int:
    """A whole number, `2`, `2名` or `50%`; its bounds are those of its field."""
    return read(values.number, text)


def months(text: str) -> tuple[Month, ...]:
    """A month, several with commas, or a range with both ends: `2026-12..2027-03`."""
    return read(ranges.months, text)


def hours(text: str) -> int:
    """Quarters in `16`, `16h`, `7.75`, `7:45`, `7時間45分` or `1,200`; not negative."""
    return read(values.hours, text)


def hours_by_month(texts: Iterable[str], default: Sequence[Month]) -> dict[Month, int]:
    """Quarters by month of `2026-12=16`, `2026-12..2027-03=16`, or `16` for each default month."""
    found: dict[Month, int] = {}
    for text in texts:
        found |= read(lambda each: ranges.hours_by_month([each], default), text)
    return found


def until_fiscal_year_end(first: Month) -> tuple[Month, ...]:
    """The months from `first` to March: budgets and most contracts end with the fiscal year."""
    return tuple(between(first, year_end(first)))


def next_month(present: Month) -> Month:
    """Where a request begins that does not say when: nobody is sent out in the present month."""
    return plus(present, 1)


def role(text: str) -> Role:
    """A role by its code or by its Japanese or English name."""
    return read(values.role, text)


def corporate_number(text: str) -> str:
    """Thirteen digits (法人番号), in either width and grouped as people please."""
    return read(read_corporate_number, text)


def skills(*texts: str) -> dict[str, int]:
    """Skills and their levels, `業務改革:3`; level 1 where none is written, nothing of `なし`."""
    found: dict[str, int] = {}
    for text in texts:
        found = read(partial(_more_skills, found), text)
    return found


def _more_skills(some: dict[str, int], text: str) -> dict[str, int]:
    return written_skills.joined(some, written_skills.skills(text))


def line(text: str, number: int, default: Sequence[Month]) -> dict[str, Any]:
    """A demand line written as words, in quarters: see `wording/typed/demand_line`."""
    return read(lambda each: demand_line.demand_line(each, number, default), text)
