"""The fields a person may set with `amend --set FIELD=VALUE`, and how their values are written."""

import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from models.errors import Mistake
from models.hours import decimal
from models.labels import FORMS, NATURES, REQUEST_STATUSES, TALENT_STATUSES, Lang, Words
from producers.ports import Places
from service.cli import notation
from service.cli.choosing import place

_NAMES: Mapping[str, tuple[str, str]] = {
    "pool_id": ("人材プール", "pool"),
    "request_id": ("支援要請のID", "request id"),
    "talent_id": ("人材のID", "talent id"),
    "revision": ("版", "revision"),
    "status": ("状態", "status"),
    "title": ("件名", "title"),
    "theme": ("テーマ", "theme"),
    "nature": ("業務の性質", "nature of work"),
    "municipalities": ("市区町村", "municipalities"),
    "urgency": ("緊急度", "urgency"),
    "pm_in_place": ("市町村側のPM", "PM in place"),
    "lines": ("要請枠", "demand lines"),
    "line": ("枠番号", "line number"),
    "role": ("役割", "role"),
    "roles": ("役割", "roles"),
    "hours": ("時間", "hours"),
    "skills": ("スキル", "skills"),
    "people": ("人数", "people"),
    "minimum_percent": ("最低充足率（%）", "minimum (%)"),
    "on_site_percent": ("訪問の割合（%）", "on site (%)"),
    "form": ("雇用形態", "employment form"),
    "contract_from": ("契約開始月", "contract from"),
    "contract_until": ("契約終了月", "contract until"),
    "capacity": ("稼働可能時間", "capacity"),
    "overhead": ("固定の時間（月）", "overhead per month"),
    "municipalities_at_once": ("同時に担当できる市区町村数", "municipalities at once"),
    "base": ("拠点", "base"),
    "remote": ("リモート可", "remote"),
    "excluded": ("除外する市区町村", "excluded municipalities"),
    "sample": ("見本", "sample"),
    "name": ("氏名", "name"),
    "mail": ("メール", "mail"),
    "note": ("メモ", "note"),
    "settings": ("設定", "settings"),
    "release_at_once": ("すぐに提案する", "release at once"),
    "block": ("1か月の最小時間", "least hours in a month"),
    "horizon": ("計画する月数", "months planned ahead"),
    "weights": ("重み", "weights"),
}
_FIXED = {"pool_id", "request_id", "talent_id", "revision", "line"}
_YES = {"yes", "true", "はい", "可", "1", "on"}
_NO = {"no", "false", "いいえ", "不可", "0", "off"}


def field_label(name: str, lang: Lang = "ja") -> str:
    """The name of a field as people read it; an unknown one is its own label."""
    words = _NAMES.get(name)
    return words[lang == "en"] if words else name


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
    try:
        return int(text.strip().removesuffix("%").removesuffix("人"))
    except ValueError:
        raise Mistake(f"「{text}」は整数で書いてください / {text!r} is not a number") from None


def _yes_no(text: str, places: Places, pool_id: str) -> bool:
    word = text.strip().casefold()
    if word in _YES | _NO:
        return word in _YES
    raise Mistake(f"「{text}」は yes か no で書いてください / {text!r}: write yes or no")


def _hours(text: str, places: Places, pool_id: str) -> float:
    return float(decimal(notation.hours(text)))


def _month(text: str, places: Places, pool_id: str) -> str:
    return notation.month(text)


def _role(text: str, places: Places, pool_id: str) -> str:
    return notation.role(text).value


def _roles(text: str, places: Places, pool_id: str) -> list[str]:
    return [notation.role(word).value for word in _words(text)]


def _skills(text: str, places: Places, pool_id: str) -> dict[str, int]:
    return dict(notation.skill(word) for word in _words(text))


def _place(text: str, places: Places, pool_id: str) -> str | None:
    return place(text, places, None) if text.strip() else None


def _places(text: str, places: Places, pool_id: str) -> list[str]:
    return [place(word, places, pool_id) for word in _words(text)]


def _everywhere(text: str, places: Places, pool_id: str) -> list[str]:
    return [place(word, places, None) for word in _words(text)]


def _one_of(words: Words) -> Reader:
    def read(text: str, places: Places, pool_id: str) -> str:
        for code, names in words.items():
            if text.strip().casefold() in {code, *(name.casefold() for name in names)}:
                return code
        choices = ", ".join(words)
        raise Mistake(f"「{text}」は {choices} から選んでください / choose from {choices}")

    return read


def _words(text: str) -> list[str]:
    return [word for part in text.split("、") for word in part.split(",") if word.strip()]


_TEXTS = {"title", "theme"}
_READERS: Mapping[str, Reader] = {
    "title": _text,
    "theme": _text,
    "status": _one_of({**REQUEST_STATUSES, **TALENT_STATUSES}),
    "nature": _one_of(NATURES),
    "form": _one_of(FORMS),
    "municipalities": _places,
    "excluded": _everywhere,
    "base": _place,
    "urgency": _number,
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
