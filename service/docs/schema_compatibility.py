"""May two schemas share a topic? Only where every old fact is still read, and no field is lost."""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

#: Keywords whose value may only become wider; the sign says which way is wider.
_BOUNDS = {
    "minimum": -1,
    "exclusiveMinimum": -1,
    "minLength": -1,
    "minItems": -1,
    "minProperties": -1,
    "maximum": +1,
    "exclusiveMaximum": +1,
    "maxLength": +1,
    "maxItems": +1,
    "maxProperties": +1,
}
#: Keywords that must stay as they are: whether a change of them is wider cannot be told.
_FIXED = ("pattern", "multipleOf", "format", "uniqueItems", "prefixItems")
#: Keywords that hold a schema for parts that have no name of their own.
_PARTS = ("items", "additionalProperties", "propertyNames")


def breaks(before: Schema, after: Schema) -> list[str]:
    """Where and why facts written under `before` would be refused or poorer under `after`.

    New optional fields, wider bounds and more values are welcome; then the list is empty.
    """
    return list(_Comparison(before, after).of(before, after, "", ()))


class _Comparison:
    """Compares parts of two whole schemas; the wholes hold what a `$ref` names."""

    def __init__(self, before: Schema, after: Schema) -> None:
        self._before = before
        self._after = after

    def of(self, old: Schema, new: Schema, at: str, path: tuple[str, ...]) -> Iterator[str]:
        if name := new.get("$ref"):
            if name in path:  # a type that holds itself is compared once
                return
            path = (*path, name)
        old, new = _resolved(old, self._before), _resolved(new, self._after)
        if "anyOf" in old or "anyOf" in new:
            yield from self._choices(old, new, at, path)
            return
        where = at or "the fact"
        if not _types(old) <= _types(new):
            yield f"{where}: the type is narrower"
            return
        if not _values(old) <= _values(new):
            yield f"{where}: values were removed"
        for word, wider in _BOUNDS.items():
            if word in new and (word not in old or (new[word] - old[word]) * wider < 0):
                yield f"{where}: {word} is narrower"
        for word in _FIXED:
            if word in new and new[word] != old.get(word):
                yield f"{where}: {word} was changed"
        yield from self._fields(old, new, at, path)
        for word in _PARTS:
            if isinstance(part := new.get(word), dict):
                held = old.get(word)
                yield from self.of(held if isinstance(held, dict) else {}, part, f"{at}[]", path)
        if new.get("additionalProperties") is False and old.get("additionalProperties", True):
            yield f"{where}: other fields are refused now"

    def _fields(self, old: Schema, new: Schema, at: str, path: tuple[str, ...]) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        for name in before:
            field = f"{at}.{name}".lstrip(".")
            if name not in after:
                yield f"{field}: the field was removed or renamed"
            else:
                yield from self.of(before[name], after[name], field, path)
        before, after = old.get("patternProperties", {}), new.get("patternProperties", {})
        for pattern in sorted({*before, *after}):
            if pattern in before and pattern in after:
                yield from self.of(before[pattern], after[pattern], f"{at}[]", path)
            else:
                yield f"{at or 'the fact'}: other names of fields"
        for name in sorted(set(new.get("required", ())) - set(old.get("required", ()))):
            yield f"{at}.{name}".lstrip(".") + ": the field is required now"

    def _choices(self, old: Schema, new: Schema, at: str, path: tuple[str, ...]) -> Iterator[str]:
        choices = new.get("anyOf", [new])
        for choice in old.get("anyOf", [old]):
            if all(any(self.of(choice, other, at, path)) for other in choices):
                yield f"{at or 'the fact'}: a choice was removed or is narrower"


class _Everything(frozenset[Any]):
    """The values of a schema that names none: it holds every set, and no other holds it."""

    def __le__(self, other: object) -> bool:
        return isinstance(other, _Everything)

    def __ge__(self, other: object) -> bool:
        return True


def _resolved(part: Schema, whole: Schema) -> Schema:
    while "$ref" in part:
        part = whole["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def _types(part: Schema) -> frozenset[Any]:
    if "type" not in part:
        return _Everything()
    found = frozenset([part["type"]] if isinstance(part["type"], str) else part["type"])
    return found | {"integer"} if "number" in found else found


def _values(part: Schema) -> frozenset[Any]:
    if "const" in part:
        return frozenset([part["const"]])
    return frozenset(part["enum"]) if "enum" in part else _Everything()
