"""How months, hours, skills and demand lines are written on the command line."""

import re
import shlex
from collections.abc import Iterable, Sequence
from typing import Any

from models import written_hours
from models.entities import Role
from models.errors import Mistake
from models.months import Month, between, plus, year_end
from models.text_folding import one_width
from models.unfit import Unfit
from service.cli.unfit import mistake_of
from wording.labels import ROLES, YES_NO
from wording.typed import months as written_months
from wording.typed import numbers as written_numbers
from wording.typed import skills as written_skills
from wording.typed.choices import code_of

LINE_EXAMPLE = "engineer 2026-12..2027-03 16h skill=業務改革:3 people=2"

_RANGE = re.compile(r"\.\.|~|〜")
_WORDS = {
    "skill": "skill",
    "スキル": "skill",
    "people": "people",
    "人数": "people",
    "minimum": "minimum_percent",
    "最低": "minimum_percent",
    "on_site": "on_site_percent",
    "訪問": "on_site_percent",
    "exclusive": "exclusive",
    "専任": "exclusive",
}


def yes_no(text: str) -> bool:
    """`yes`, `はい`, `○`, `可`, `no`, `いいえ`, `×`, and what else means one of them."""
    code = code_of(YES_NO, text)
    if code is None:
        raise Mistake(f"「{text}」は yes か no で書いてください / {text!r}: write yes or no")
    return code == "yes"


def month(text: str) -> Month:
    """A month written as `2026-12`, `2026年12月1日`, `令和8年12月`, `R8.12` or `Dec-26`."""
    try:
        return written_months.month(text)
    except Unfit as unfit:
        if unfit.phrase.code != "month_form":
            raise mistake_of(unfit, text) from None
        raise Mistake(
            f"「{text}」は月として読めません。2026-12 のように書いてください"
            f" / {text!r} is not a month; write one such as 2026-12"
        ) from None


def number(text: str) -> int:
    """A whole number, `2`, `2名` or `50%`; its bounds are those of its field."""
    try:
        return written_numbers.whole(text, 0, 999_999_999)
    except Unfit:
        raise Mistake(f"「{text}」は整数で書いてください / {text!r} is not a number") from None


def months(text: str) -> tuple[Month, ...]:
    """A month, several with commas, or a range with both ends: `2026-12..2027-03`."""
    found: dict[Month, None] = {}
    for part in _plain(text).split(","):
        first, *more = (month(end) for end in _RANGE.split(part, maxsplit=1))
        last = more[0] if more else first
        if last < first:
            raise Mistake(
                f"「{text}」は終わりの月が始まりより前です。前後を入れ替えてください"
                f" / {text!r} ends before it begins; swap the two months"
            )
        found.update(dict.fromkeys(between(first, last)))
    return tuple(found)


def hours(text: str) -> int:
    """Quarters in `16`, `16h`, `7.75`, `7:45`, `7時間45分` or `1,200`; not negative."""
    try:
        amount = written_hours.quarters(text)
    except Unfit as unfit:
        if unfit.phrase.code == "hours_comma":
            raise mistake_of(unfit, text) from None
        raise Mistake(
            f"「{text}」は時間として読めません。15分きざみで 16 や 7.75 のように書いてください"
            f" / {text!r} is not a number of hours; write 16 or 7.75, in steps of 15 minutes"
        ) from None
    if amount < 0:
        raise Mistake(f"「{text}」：時間は0以上で書いてください / {text!r}: hours are 0 or more")
    return amount


def hours_by_month(texts: Iterable[str], default: Sequence[Month]) -> dict[Month, int]:
    """Quarters by month of `2026-12=16`, `2026-12..2027-03=16`, or `16` for each default month."""
    found: dict[Month, int] = {}
    for text in texts:
        when, equals, amount = _plain(text).rpartition("=")
        found |= dict.fromkeys(months(when) if equals else default, hours(amount))
    return found


def until_fiscal_year_end(first: Month) -> tuple[Month, ...]:
    """The months from `first` to March: budgets and most contracts end with the fiscal year."""
    return tuple(between(first, year_end(first)))


def next_month(present: Month) -> Month:
    """Where a request begins that does not say when: nobody is sent out in the present month."""
    return plus(present, 1)


def role(text: str) -> Role:
    """A role by its code or by its Japanese or English name."""
    code = code_of(ROLES, text)
    if code is None:
        raise Mistake(
            f"「{text}」という役割はありません。producer、pm、engineer から選んでください"
            f" / {text!r} is no role; choose producer, pm or engineer"
        )
    return Role(code)


def skills(*texts: str) -> dict[str, int]:
    """Skills and their levels, `業務改革:3`; level 1 where none is written, nothing of `なし`."""
    found: dict[str, int] = {}
    for text in texts:
        try:
            found = written_skills.joined(found, written_skills.skills(text))
        except Unfit as unfit:
            raise mistake_of(unfit, text) from None
    return found


def line(text: str, number: int, default: Sequence[Month]) -> dict[str, Any]:
    """A demand line written as words: role, months and hours in pairs, then options.

    `engineer 2026-12..2027-03 16h 2027-04 8h skill=業務改革:3 people=2 minimum=80% on_site=20%`,
    and `exclusive` where who works on it works on nothing else. Hours without months are for each
    of the default months. The answer is in quarters.
    """
    try:
        first, *words = shlex.split(text)
    except ValueError:
        raise _unreadable(text, text) from None
    made: dict[str, Any] = {"line": number, "role": role(first), "hours": {}}
    pending: tuple[Month, ...] = ()
    for word in words:
        name, equals, value = word.replace("＝", "=").partition("=")
        if equals and (field := _WORDS.get(name)):
            _set_option(made, field, value, text)
        elif _WORDS.get(word) == "exclusive":
            made["exclusive"] = True
        elif equals:
            made["hours"] |= dict.fromkeys(months(name), hours(value))
        elif _looks_like_months(word):
            pending += months(word)
        elif re.match(r"\d", _plain(word)):
            made["hours"] |= dict.fromkeys(pending or default, hours(word))
            pending = ()
        else:
            raise _unreadable(text, word)
    if pending or not made["hours"]:
        raise Mistake(
            f'要請枠「{text}」に時間がありません。例："{LINE_EXAMPLE}"'
            f' / the line has no hours; for example "{LINE_EXAMPLE}"'
        )
    return made


def _set_option(made: dict[str, Any], field: str, value: str, text: str) -> None:
    if field == "skill":
        before = (f"{name}:{level}" for name, level in made.get("skills", {}).items())
        made["skills"] = skills(*before, value)
        return
    if field == "exclusive":
        made[field] = yes_no(value)
        return
    made[field] = number(value)


def _looks_like_months(word: str) -> bool:
    try:
        written_months.month(_RANGE.split(_plain(word).split(",")[0], maxsplit=1)[0])
    except Unfit as unfit:
        return unfit.phrase.code != "month_form"
    return True


def _plain(text: str) -> str:
    return one_width(text)


def _unreadable(text: str, word: str) -> Mistake:
    return Mistake(
        f'要請枠「{text}」の「{word}」が読めません。例："{LINE_EXAMPLE}"'
        f' / cannot read {word!r} in the line; for example "{LINE_EXAMPLE}"'
    )
