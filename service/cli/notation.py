"""How months, hours, skills and demand lines are written on the command line."""

import re
import shlex
from collections.abc import Iterable, Sequence
from typing import Any

from models.entities import Role
from models.errors import Mistake
from models.folding import one_width
from models.hours import quarters
from models.labels import ROLES, SHORT_ROLES
from models.months import Month, between, plus, year_end

LINE_EXAMPLE = "engineer 2026-12..2027-03 16h skill=業務改革:3 people=2"

_WESTERN = re.compile(r"^(\d{4})[-/年](\d{1,2})月?$")
_REIWA = re.compile(r"^(?:令和|R)(\d{1,2}|元)[-/.年](\d{1,2})月?$", re.IGNORECASE)
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
_YES = {"yes", "true", "はい", "可", "1", "on"}
_NO = {"no", "false", "いいえ", "不可", "0", "off"}


def yes_no(text: str) -> bool:
    """`yes`, `はい`, `no`, `いいえ`, and what else means one of them."""
    word = _plain(text).casefold()
    if word in _YES | _NO:
        return word in _YES
    raise Mistake(f"「{text}」は yes か no で書いてください / {text!r}: write yes or no")


def month(text: str) -> Month:
    """A month written as `2026-12`, `2026/12`, `2026年12月`, `令和8年12月` or `R8.12`."""
    plain = _plain(text)
    year = number = 0
    if found := _WESTERN.match(plain):
        year, number = int(found[1]), int(found[2])
    elif found := _REIWA.match(plain):
        year = 2018 + (1 if found[1] == "元" else int(found[1]))
        number = int(found[2])
    if not 1 <= number <= 12:
        raise Mistake(
            f"「{text}」は月として読めません。2026-12 のように書いてください"
            f" / {text!r} is not a month; write one such as 2026-12"
        )
    return Month(f"{year:04d}-{number:02d}")


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
    """Quarters in `16`, `16h`, `7.75`, `7:45` or `7時間45分`; not negative."""
    try:
        amount = quarters(_plain(text))
    except ValueError as error:
        raise Mistake(
            f"「{text}」は時間として読めません。15分きざみで 16 や 7.75 のように書いてください"
            f" / {error}"
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
    plain = _plain(text).casefold()
    for names in (ROLES, SHORT_ROLES):
        for code, words in names.items():
            if plain in {code, *(_plain(word).casefold() for word in words)}:
                return Role(code)
    if plain in {"エンジニア", "サービスデザイナー", "sd"}:
        return Role.ENGINEER
    raise Mistake(
        f"「{text}」という役割はありません。producer、pm、engineer から選んでください"
        f" / {text!r} is no role; choose producer, pm or engineer"
    )


def skill(text: str) -> tuple[str, int]:
    """A skill and its level, `業務改革:3` or `業務改革=3`; level 1 where none is written."""
    name, sign, level = re.split(r"([:=：＝]|$)", text.strip(), maxsplit=1)[:3]
    if not name or (sign and _plain(level) not in {"1", "2", "3", "4", "5"}):
        raise Mistake(
            f"スキル「{text}」が読めません。業務改革:3 のように、レベルは1〜5で書いてください"
            f" / skill {text!r}: write a name and a level from 1 to 5, such as 業務改革:3"
        )
    return name, int(_plain(level) or 1)


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
        name, level = skill(value)
        made.setdefault("skills", {})[name] = level
        return
    if field == "exclusive":
        made[field] = yes_no(value)
        return
    plain = _plain(value).removesuffix("%").removesuffix("人")
    if not plain.isdecimal():
        raise _unreadable(text, value)
    made[field] = int(plain)


def _looks_like_months(word: str) -> bool:
    first = _RANGE.split(_plain(word).split(",")[0], maxsplit=1)[0]
    return bool(_WESTERN.match(first) or _REIWA.match(first))


def _plain(text: str) -> str:
    return one_width(text)


def _unreadable(text: str, word: str) -> Mistake:
    return Mistake(
        f'要請枠「{text}」の「{word}」が読めません。例："{LINE_EXAMPLE}"'
        f' / cannot read {word!r} in the line; for example "{LINE_EXAMPLE}"'
    )
