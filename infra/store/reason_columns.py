"""Why a record is dead, as two texts: a code, and its values as JSON; never a sentence."""

import json

from models.phrase import Param, Phrase
from models.text import clean, storable

#: Characters that are kept of them.
REASON, DETAIL = 120, 2000


def written(why: Phrase) -> tuple[str, str]:
    """Code and values, for two columns or two headers."""
    return why.code, json.dumps(dict(why.params), ensure_ascii=False, default=_phrase)


def bounded(reason: str, detail: str) -> tuple[str, str]:
    """The same as a column takes them: either may quote a name that a stranger chose."""
    return clean(storable(reason))[:REASON], clean(storable(detail))[:DETAIL]


def why(reason: str, detail: str) -> Phrase:
    """The reason in two columns. Rows of earlier versions hold a kind of error and a sentence."""
    try:
        said = json.loads(detail)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        return Phrase.of("said_by_an_earlier_version", kind=reason, said=detail)
    return Phrase(reason, {name: _param(value) for name, value in said.items()})


def dropped(text: str | None) -> Phrase | None:
    """Why the bytes of a letter went; rows of earlier versions hold a sentence."""
    if text is None:
        return None
    try:
        said = _param(json.loads(text))
    except ValueError:
        said = None
    return said if isinstance(said, Phrase) else Phrase.of("said_before", said=text)


def dropped_text(why: Phrase) -> str:
    """The same for its column."""
    return json.dumps(_phrase(why), ensure_ascii=False)


def _phrase(value: object) -> object:
    if isinstance(value, Phrase):
        return {"code": value.code, "params": dict(value.params)}
    raise TypeError(type(value).__name__)


def _param(value: object) -> Param:
    match value:
        case {"code": str(code), "params": dict(params)}:
            return Phrase(code, {str(name): _param(part) for name, part in params.items()})
        case list():
            return tuple(map(_param, value))
        case str() | int() | float() | None:
            return value
        case _:
            return json.dumps(value, ensure_ascii=False)
