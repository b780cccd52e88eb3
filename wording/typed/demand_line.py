"""A demand line written as words: `engineer 2026-12..2027-03 16h skill=業務改革:3 people=2`."""

import re
import shlex
from collections.abc import Sequence
from functools import partial
from typing import Any

from models.months import Month
from models.skills import Levels
from models.text_folding import one_width
from models.unfit import Unfit
from wording.typed.ranges import looks_like_months, months
from wording.typed.skills import joined, skills
from wording.typed.values import hours, number, role, yes_no
from wording.typed.within import within

EXAMPLE = "engineer 2026-12..2027-03 16h skill=業務改革:3 people=2"

_OPTIONS = {
    "skill": "skills",
    "スキル": "skills",
    "people": "people",
    "人数": "people",
    "minimum": "minimum_percent",
    "最低": "minimum_percent",
    "on_site": "on_site_percent",
    "訪問": "on_site_percent",
    "exclusive": "exclusive",
    "専任": "exclusive",
}
#: `skill="甲、乙":2`.
_QUOTED_LIST = re.compile(r"""(?:skill|スキル)[=＝]["']([^"']*[、,;；，][^"']*)["']""")


def demand_line(text: str, line: int, default: Sequence[Month]) -> dict[str, Any]:
    """Role, months and hours in pairs, then options; the answer is in quarters. Raises Unfit.

    Hours without months are for each of the default months; `exclusive` may stand alone.
    """
    if quoted := _QUOTED_LIST.search(text):
        # Quotes mean one name; a name with a separator in it could not be listed anywhere.
        raise Unfit("skill", part=quoted[1])
    try:
        first, *words = shlex.split(text)
    except ValueError:
        raise _unreadable(text, text) from None
    made: dict[str, Any] = {"line": line, "role": within(role, first), "hours": {}}
    pending: tuple[Month, ...] = ()
    for word in words:
        name, equals, value = word.replace("＝", "=").partition("=")
        if equals and (field := _OPTIONS.get(name)):
            _set_option(made, field, value)
        elif _OPTIONS.get(word) == "exclusive":
            made["exclusive"] = True
        elif equals:
            made["hours"] |= dict.fromkeys(within(months, name), within(hours, value))
        elif looks_like_months(word):
            pending += within(months, word)
        elif re.match(r"\d", one_width(word)):
            made["hours"] |= dict.fromkeys(pending or default, within(hours, word))
            pending = ()
        else:
            raise _unreadable(text, word)
    if pending or not made["hours"]:
        raise Unfit("line_has_no_hours", text=text, example=EXAMPLE)
    return made


def _set_option(made: dict[str, Any], field: str, value: str) -> None:
    match field:
        case "skills":
            made[field] = within(partial(_more_skills, made.get(field, {})), value)
        case "exclusive":
            made[field] = within(yes_no, value)
        case _:
            made[field] = within(number, value)


def _more_skills(some: Levels, written: str) -> dict[str, int]:
    return joined(some, skills(written))


def _unreadable(text: str, word: str) -> Unfit:
    return Unfit("line_unreadable", text=text, word=word, example=EXAMPLE)
