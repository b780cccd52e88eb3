"""The fields a person may set with `amend --set FIELD=VALUE`, and how their values are written."""

import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from models.errors import Mistake
from models.hours import decimal
from models.written import is_nothing
from producers.ports import Places
from service.cli import notation
from service.cli.choosing import place
from service.cli.corporate import corporate_number
from wording.fields.names import field_label
from wording.labels import (
    FORMS,
    NATURES,
    REQUEST_STATUSES,
    TALENT_STATUSES,
    TRAINING_WAIVERS,
    URGENCIES,
    Words,
)
from wording.typed.choices import code_of
from wording.typed.listed import listed

_FIXED = {"pool_id", "request_id", "talent_id", "revision", "line", "retired"}


def value(name: str, text: str, places: Places, pool_id: str) -> Any:
    """What a person wrote for a field, as it stands in the entity's JSON.

    Lists are written with commas; anything may be written as JSON. Raises Mistake.
    """
    if name in _FIXED:
        raise Mistake(f"{field_label(name)}（{name}）は変えられません / {name} cannot be changed")
    if text.startswith(("{", "[")) and name not in _TEXTS:
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            raise Mistake(
                f"{name} のJSONが読めません（{error.colno}文字目）"
                f" / {name}: not readable as JSON at column {error.colno}"
            ) from None
    return _READERS[name](text, places, pool_id)


def more(name: str, standing: Any, text: str, places: Places, pool_id: str) -> Any:
    """What stands there with the members that were written; those of the same name are replaced."""
    added = value(name, text, places, pool_id)
    if isinstance(standing, dict):
        return standing | added
    return [*standing, *(each for each in added if each not in standing)]


def less(name: str, standing: Any, text: str, places: Places, pool_id: str) -> Any:
    """What stands there without the members that were written. Mistake where one is not there."""
    gone = value(name, text, places, pool_id)
    if strange := [each for each in gone if each not in standing]:
        raise Mistake(
            f"{field_label(name)}に「{strange[0]}」はありません / {name} has no {strange[0]}"
        )
    if isinstance(standing, dict):
        return {each: level for each, level in standing.items() if each not in gone}
    return [each for each in standing if each not in gone]


def known(name: str, allowed: Mapping[str, Any]) -> str:
    """The name itself; Mistake, with the nearest names, where the entity has no such field."""
    if (name in allowed and name in _READERS) or name in _FIXED:
        return name
    choices = [each for each in allowed if each in _READERS]
    near = get_close_matches(name, choices, n=2) or choices
    raise Mistake(
        f"「{name}」という項目はありません。次から選んでください：{'、'.join(near)}"
        f" / no field {name!r}; choose from {', '.join(near)}"
    )


Reader = Callable[[str, Places, str], Any]


def _text(text: str, places: Places, pool_id: str) -> str:
    return text


def _only_json(text: str, places: Places, pool_id: str) -> str:
    raise Mistake(
        f"「{text}」：ここはJSONで書きます。時間なら --hours 2026-12=24 が使えます"
        f" / write JSON here; for hours use --hours 2026-12=24"
    )


def _number(text: str, places: Places, pool_id: str) -> int:
    return notation.number(text)


def _urgency(text: str, places: Places, pool_id: str) -> int:
    code = code_of(URGENCIES, text)
    return int(code) if code else notation.number(text)


def _yes_no(text: str, places: Places, pool_id: str) -> bool:
    return notation.yes_no(text)


def _hours(text: str, places: Places, pool_id: str) -> float:
    return float(decimal(notation.hours(text)))


def _month(text: str, places: Places, pool_id: str) -> str:
    return notation.month(text)


def _role(text: str, places: Places, pool_id: str) -> str:
    return notation.role(text).value


def _roles(text: str, places: Places, pool_id: str) -> list[str]:
    return [notation.role(word).value for word in _words(text)]


def _skills(text: str, places: Places, pool_id: str) -> dict[str, int]:
    return notation.skills(text)


def _place(text: str, places: Places, pool_id: str) -> str:
    return place(text, places, None)


def _places(text: str, places: Places, pool_id: str) -> list[str]:
    return [place(word, places, pool_id) for word in _words(text)]


def _everywhere(text: str, places: Places, pool_id: str) -> list[str]:
    return [place(word, places, None) for word in _words(text)]


def _corporate(text: str, places: Places, pool_id: str) -> str:
    return corporate_number(text)


def _corporates(text: str, places: Places, pool_id: str) -> list[str]:
    return [corporate_number(word) for word in _words(text)]


def _or_nothing(reader: Reader) -> Reader:
    """An empty value takes away what stood there."""

    def read(text: str, places: Places, pool_id: str) -> Any:
        return reader(text, places, pool_id) if text.strip() else None

    return read


def _one_of(words: Words) -> Reader:
    def read(text: str, places: Places, pool_id: str) -> str:
        return one_of(words, text)

    return read


def one_of(words: Words, text: str) -> str:
    """The code of one of the words, written as code or in either language. Raises Mistake."""
    if code := code_of(words, text):
        return code
    choices = ", ".join(words)
    named = "、".join(f"{code}（{ja}）" for code, (ja, _) in words.items())
    raise Mistake(f"「{text}」は {named} から選んでください / choose from {choices}")


def _words(text: str) -> list[str]:
    return [] if is_nothing(text) else listed(text)


_TEXTS = {"title", "theme"}
_READERS: Mapping[str, Reader] = {
    "title": _text,
    "theme": _text,
    "status": _one_of({**REQUEST_STATUSES, **TALENT_STATUSES}),
    "nature": _one_of(NATURES),
    "form": _one_of(FORMS),
    "municipalities": _places,
    "excluded": _everywhere,
    "base": _or_nothing(_place),
    "vendors": _corporates,
    "employer": _or_nothing(_corporate),
    "renewed_until": _or_nothing(_month),
    "trained_from": _or_nothing(_month),
    "training_waiver": _or_nothing(_one_of(TRAINING_WAIVERS)),
    "exclusive": _yes_no,
    "urgency": _urgency,
    "people": _number,
    "minimum_percent": _number,
    "on_site_percent": _number,
    "municipalities_at_once": _number,
    "pm_in_place": _yes_no,
    "remote": _yes_no,
    "sample": _yes_no,
    "overhead": _hours,
    "contract_from": _month,
    "contract_until": _month,
    "role": _role,
    "roles": _roles,
    "skills": _skills,
    "lines": _only_json,
    "hours": _only_json,
    "capacity": _only_json,
}
