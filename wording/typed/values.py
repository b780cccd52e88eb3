"""Single values as people write them: choices, yes and no, hours that are worked, numbers."""

from models.entities import Role
from models.unfit import Unfit
from models.written_hours import quarters
from wording.labels import TABLES
from wording.typed.choices import code_of
from wording.typed.numbers import whole

#: More than any field takes: its own bound is said by whoever validates it.
_MOST = 999_999_999


def choice(table: str, written: object) -> str:
    """The code of one of the words of a table, in either language, long or short. Raises Unfit."""
    code = code_of(TABLES[table], written)
    if code is None:
        raise Unfit("choice", of=table)
    return code


def yes_no(written: object) -> bool:
    """`yes`, `はい`, `○`, `可`, `有`, `no`, `いいえ`, `×`, and what else means one of them."""
    return choice("yes_no", written) == "yes"


def role(written: object) -> Role:
    """A role by its code or by its Japanese or English name."""
    return Role(choice("roles", written))


def hours(written: object) -> int:
    """Quarters in `16`, `16h`, `7.75`, `7:45`, `7時間45分` or `1,200`; not negative."""
    amount = quarters(written)
    if amount < 0:
        raise Unfit("hours_negative")
    return amount


def number(written: object) -> int:
    """A whole number, `2`, `2名` or `50%`; its bounds are those of its field."""
    try:
        return whole(written, 0, _MOST)
    except Unfit:
        raise Unfit("whole_number") from None
