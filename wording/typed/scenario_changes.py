"""How one change is written: `T20-02 2026-12..2027-03 +16h`, `採用 pm 40h`, `drop P011`."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from matcher.whatif import Add, Change, Drop, MoreHours, People, SetWeights, Vacant, Waive
from models.entities import Request
from models.errors import Mistake
from models.months import Month
from models.phrase import Phrase
from models.pool_settings import Weights
from models.text_folding import one_width
from models.validation import mistake
from wording import labels
from wording.typed import notation
from wording.typed.choices import code_of

FORMS = (
    "T20-02 2026-12..2027-03 +16h",
    "vacant pm 40h",
    "weight coverage=100",
    "waive T20-02 P011",
    "line P013/2 people=2",
    "drop P011",
    "add request.json",
)
_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
_PAIR = re.compile(r"^(?P<request>[A-Za-z0-9][A-Za-z0-9._-]{0,63})(?:/(?P<line>[1-9]\d{0,2}))?$")
_MONTHS = re.compile(r"^(?:\d{4}[-/年]|令和|R\d)", re.IGNORECASE)
_WEIGHTS = {"充足時間": "served", "行き渡り": "coverage", "適合": "fit"}

Words = Sequence[str]
#: Reads the requests behind the name that `add` gives: of a file, where the door knows files.
NamedRequests = Callable[[str], Sequence[Request]]


def changes(part: str, named: NamedRequests) -> list[Change]:
    """The changes that one part of a scenario says. Raises Mistake."""
    try:
        words = [_plain(word) for word in shlex.split(part)]
    except ValueError:
        raise _unreadable(part, part) from None
    verb = words[0].casefold()
    read = _READERS.get(verb)
    try:
        if verb in _ADD:
            return _add(part, words[1:], named)
        return read(part, words[1:]) if read else _hours(part, words)
    except ValidationError as error:
        raise mistake(error, Phrase.of("scenario", name=part)) from None


def _hours(part: str, words: Words) -> list[Change]:
    """`T20-02 2026-12..2027-03 +16h`: months and hours in pairs; no months, all of them."""
    talent, *rest = words
    if not _ID.match(talent):
        raise _unreadable(part, talent)
    made: list[Change] = []
    months: tuple[Month, ...] = ()
    for word in rest:
        if _MONTHS.match(word):
            months += notation.months(word)
        elif word[0] in "+-" and len(word) > 1:
            amount = notation.hours(word[1:]) * (-1 if word[0] == "-" else 1)
            made.append(MoreHours(talent_id=talent, hours=amount, months=months))
            months = ()
        elif re.match(r"\d", word):
            raise Mistake("scenario_sign", part=part, word=word)
        else:
            raise _unreadable(part, word)
    if months or not made:
        raise _unreadable(part, rest[-1] if rest else talent)
    return made


def _vacant(part: str, words: Words) -> list[Change]:
    """`vacant pm 40h 2026-12..2027-03 skill=業務改革:3 form=side_job people=2`."""
    fields: dict[str, Any] = {"months": ()}
    people = 1
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name in {"skill", "スキル"}:
            fields.setdefault("skills", {}).update(notation.skills(value))
        elif equals and name in {"form", "雇用形態"}:
            fields["form"] = code_of(labels.FORMS, value) or value
        elif equals and name in {"people", "人数"}:
            people = notation.number(value)
        elif _MONTHS.match(word):
            fields["months"] += notation.months(word)
        elif re.match(r"\+?\d", word):
            fields["hours"] = notation.hours(word.lstrip("+"))
        elif not equals and "role" not in fields:
            fields["role"] = notation.role(word)
        else:
            raise _unreadable(part, word)
    if "role" not in fields or "hours" not in fields or not 1 <= people <= 20:
        raise _unreadable(part, part)
    return [Vacant(**fields)] * people


def _weights(part: str, words: Words) -> list[Change]:
    found: dict[str, int] = {}
    for word in words:
        name, _, value = word.partition("=")
        name = _WEIGHTS.get(name, name)
        if name not in Weights.model_fields:
            known = tuple(Weights.model_fields)
            raise Mistake("scenario_weight", part=part, name=name, known=known)
        found[name] = _number(part, value)
    if not found:
        raise _unreadable(part, part)
    return [SetWeights(weights=found)]


def _waive(part: str, words: Words) -> list[Change]:
    if len(words) != 2 or not _ID.match(words[0]) or not (pair := _PAIR.match(words[1])):
        raise _unreadable(part, part)
    line = int(pair["line"]) if pair["line"] else None
    return [Waive(talent_id=words[0], request_id=pair["request"], line=line)]


def _line(part: str, words: Words) -> list[Change]:
    name, _, value = words[1].partition("=") if len(words) == 2 else ("", "", "")
    pair = _PAIR.match(words[0]) if words else None
    if name not in {"people", "人数"} or not pair or not pair["line"]:
        raise _unreadable(part, part)
    return [People(line_id=words[0], people=_number(part, value))]


def _drop(part: str, words: Words) -> list[Change]:
    if not words or not all(map(_ID.match, words)):
        raise _unreadable(part, part)
    return [Drop(request_id=word) for word in words]


def _add(part: str, words: Words, named: NamedRequests) -> list[Change]:
    if len(words) != 1:
        raise _unreadable(part, part)
    return [Add(request=request) for request in named(words[0])]


def _number(part: str, text: str) -> int:
    plain = text.removesuffix("人")
    if not plain.isdecimal() or len(plain) > 9:
        raise _unreadable(part, text or part)
    return int(plain)


def _plain(word: str) -> str:
    return one_width(word).replace("−", "-")


def _unreadable(part: str, word: str) -> Mistake:
    code = "scenario_unreadable" if word == part else "scenario_word_unreadable"
    return Mistake(code, part=part, word=word, forms="\n  ".join(FORMS))


_ADD = ("add", "追加")
_READERS: Mapping[str, Callable[[str, Words], list[Change]]] = {
    **dict.fromkeys(("vacant", "採用", "欠員", "増員"), _vacant),
    **dict.fromkeys(("weight", "重み"), _weights),
    **dict.fromkeys(("waive", "免除", "例外"), _waive),
    **dict.fromkeys(("line", "要請枠", "枠"), _line),
    **dict.fromkeys(("drop", "取下げ", "取り下げ"), _drop),
}
