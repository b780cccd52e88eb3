"""A pool's settings by name, nested ones with a dot: `need.small`, `natures.side_job`."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from models.entities import Form
from models.errors import Mistake
from models.hours import decimal, hours_number
from models.pool_settings import Need, PoolSettings, Weights
from models.unfit import Unfit
from models.written_hours import quarters
from wording import labels
from wording.fields.names import field_label
from wording.fields.typed_fields import one_of
from wording.reader import Lang
from wording.typed import notation
from wording.typed.days import days
from wording.typed.values import number

Document = dict[str, Any]
#: A nested group and a name in it; no group for a setting of its own.
Path = tuple[str, str]

_ALL = ("all", "すべて")
_NONE = ("none", "なし")
_WEIGHTS: labels.Words = {
    "served": ("15分の充足", "each quarter served"),
    "coverage": ("15分の行き渡り", "coverage, each quarter"),
    "coverage_percent": ("行き渡りに数える割合、%", "coverage counts up to, %"),
    "keep_proposed": ("提案済みの組を保つ", "keep a proposed pair"),
    "keep_drafted": ("下書きの組を保つ", "keep a drafted pair"),
    "keep_hours": ("提案済みの時間を15分保つ", "keep proposed hours, each quarter"),
    "setup": ("割当1件の手間", "cost of each assignment"),
    "fit": ("15分の適合", "fit, each quarter"),
    "producer": ("プロデューサーも付く枠", "line with a producer too"),
    "balance": ("15分の偏り", "uneven load, each quarter"),
    "balance_percent": ("偏りに数え始める稼働率、%", "load counts as uneven above, %"),
}


def _paths() -> Iterator[Path]:
    for name in PoolSettings.model_fields:
        match name:
            case "weights":
                yield from ((name, each) for each in Weights.model_fields)
            case "need":
                yield from ((name, each) for each in Need.model_fields)
            case "natures":
                yield from ((name, each.value) for each in Form)
            case _:
                yield "", name


PATHS = tuple(_paths())


def written_name(path: Path) -> str:
    """`need.small`, as people write it."""
    return ".".join(part for part in path if part)


_BY_NAME = {written_name(path): path for path in PATHS}


def path_named(name: str) -> Path | None:
    """The setting of that name; None where there is none."""
    return _BY_NAME.get(name.strip())


def nearest(name: str) -> tuple[str, ...]:
    """What was perhaps meant by a name that no setting has."""
    return tuple(get_close_matches(name.strip(), _BY_NAME, n=3) or _BY_NAME)


def is_unset(path: Path, value: str) -> bool:
    """Whether that is written for what holds where nothing is said."""
    return path[0] == "natures" and value.strip() in _ALL


def read_value(path: Path, value: str) -> Any:
    """What was written for a setting, as it stands in JSON. Raises Mistake."""
    return _reader(path)(value)


def written(document: Document, path: Path) -> str:
    """The value of a setting as `NAME=VALUE` reads it."""
    group, key = path
    found = document[group].get(key) if group else document[key]
    if group == "natures":
        return _ALL[0] if found is None else ",".join(found) or _NONE[0]
    if isinstance(found, bool):
        return "yes" if found else "no"
    if key == "closed_days":
        return ",".join(found) or _NONE[0]
    return str(found)


def shown(document: Document, path: Path, lang: Lang) -> str:
    """The value of a setting in words."""
    group, key = path
    value = written(document, path)
    japanese = lang == "ja"
    if group == "natures":
        if value == _ALL[0]:
            return "すべて" if japanese else "all"
        names = [labels.nature(each, lang) for each in document[group][key]]
        return ("、" if japanese else ", ").join(names) or ("なし" if japanese else "none")
    if group == "need":
        return f"{value}%"
    if group:
        return f"{int(value):,}"
    if key == "block":
        amount = decimal(quarters(document[key]))
        return f"{amount}{'時間' if japanese else ' h'}"
    if key == "horizon":
        return f"{value}{'か月' if japanese else ' months'}"
    if key == "closed_days":
        return ("、" if japanese else ", ").join(document[key]) or ("なし" if japanese else "none")
    return labels.yes_no(document[key], lang)


def label(path: Path, lang: Lang) -> str:
    """What a setting is called: a nested one says its group and its name in `configure`."""
    group, key = path
    words = called(path, lang)
    if not group:
        return words
    named = f"（{words}）" if lang == "ja" else f" ({words})"
    return f"{field_label(group, lang)} {key}{named}"


def called(path: Path, lang: Lang) -> str:
    """What a setting is called by whoever sees its group, and types no names."""
    group, key = path
    if not group:
        return field_label(key, lang)
    if group == "need":
        return labels.need_part(key, lang)
    if group == "natures":
        return labels.form(key, lang)
    return _WEIGHTS.get(key, (key, key))[lang == "en"]


def _reader(path: Path) -> Callable[[str], Any]:
    group, key = path
    if group == "natures":
        return _natures
    if key == "block":
        return lambda text: hours_number(notation.hours(text))
    if key == "closed_days":
        return _days
    if key in {"release_at_once", "training_required"}:
        return notation.yes_no
    return lambda text: _whole(written_name(path), text)


def _natures(text: str) -> list[str]:
    if text.strip() in _NONE:
        return []
    words = [word for part in text.split("、") for word in part.split(",") if word.strip()]
    if not words:
        raise Mistake("natures_missing")
    return [one_of("natures", word) for word in words]


def _days(text: str) -> list[str]:
    return [] if text.strip() in _NONE else [day.isoformat() for day in notation.read(days, text)]


def _whole(name: str, text: str) -> int:
    try:
        return number(text)
    except Unfit:
        raise Mistake("setting_number", name=name, text=text) from None
