"""What fields are called, and which field a name means."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from models.text_folding import folded
from models.unfit import Unfit
from wording.fields.registry import FIELDS
from wording.reader import Lang


def field_label(name: str, lang: Lang = "ja") -> str:
    """The name of a field as people read it; an unknown one is its own label."""
    field = FIELDS.get(name)
    if field is None:
        return name
    return field.en if lang == "en" else field.ja


def field_named(written: str, allowed: Iterable[str]) -> str:
    """The field that is meant, by its code or by what people call it.

    Raises Unfit, with the nearest names, where there is none among those that are allowed.
    """
    choices = [name for name in allowed if name in FIELDS]
    if written in choices:
        return written
    key = _plain(written)
    for name in choices:
        if key in _keys(name):
            return name
    settable = [name for name in choices if FIELDS[name].kind != "fixed"]
    near = get_close_matches(written, settable, n=2) or settable
    raise Unfit("field_unknown", name=written, near=tuple(near))


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(map(_plain, (name, *FIELDS[name].names)))


def _plain(name: str) -> str:
    """Without width, spaces, case and what stands in brackets after it."""
    key = folded(name)
    return key.partition("(")[0] or key
