"""What is wrong with a document, where, and how to mend it: validation errors become phrases.

Said without the values: one may be a person's.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from models.errors import Mistake
from models.hours import MOST_ASKED, MOST_IN_A_MONTH
from models.phrase import Param, Phrase
from models.unfit import Unfit

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

#: The most that a field of hours may say: whoever is told of the type's bound is refused again.
_MOST_HOURS = {"hours": MOST_ASKED, "capacity": MOST_IN_A_MONTH, "overhead": MOST_IN_A_MONTH}
_HOURS = {*_MOST_HOURS, "block"}
#: Which pattern the value of a field has to fit; other patterns are those of months.
_PATTERNS = {
    "pool_id": "pattern_pool",
    "request_id": "pattern_id",
    "talent_id": "pattern_id",
    "line_id": "pattern_id",
    "match_id": "pattern_id",
    "municipalities": "pattern_municipality",
    "excluded": "pattern_municipality",
    "base": "pattern_municipality",
    "code": "pattern_municipality",
    "vendors": "pattern_corporate",
    "employer": "pattern_corporate",
}
#: Errors that mean the same to people, by the beginning of their type.
_KINDS = (
    ("missing", "invalid_missing"),
    ("extra_forbidden", "invalid_extra"),
    ("string_too_short", "invalid_empty"),
    ("too_short", "invalid_empty"),
    ("json_", "invalid_json"),
    ("string_unicode", "invalid_text"),
    ("string_type", "invalid_text"),
    ("bool_", "invalid_yes_no"),
    ("int_", "invalid_whole_number"),
    ("float_", "invalid_number"),
    ("finite_number", "invalid_number"),
    ("date_", "invalid_day"),
    ("datetime_", "invalid_moment"),
    ("timezone_", "invalid_moment"),
    ("dict_type", "invalid_object"),
    ("model_", "invalid_object"),
    ("tuple_type", "invalid_list"),
    ("list_type", "invalid_list"),
)


def mistake(error: "ValidationError", subject: Phrase | str) -> Mistake:
    """Every fault of an entity in one Mistake."""
    return Mistake("several", each=faults(error, subject))


def faults(error: "ValidationError", subject: Phrase | str) -> tuple[Phrase, ...]:
    """Every fault as a phrase: what it is about, where in it, what is wrong, how to mend it."""
    return tuple(_fault(each, subject) for each in own_errors(error))


def _fault(error: "ErrorDetails", subject: Phrase | str) -> Phrase:
    where = [part for part in error["loc"] if part != "[key]"]
    wrong = cause(error)
    if not where:
        return Phrase.of("invalid", subject=subject, wrong=wrong)
    return Phrase.of("invalid_at", subject=subject, where=path(where), wrong=wrong)


def reasons(error: "ValidationError") -> tuple[Phrase, ...]:
    """Every fault, where the reader sees what it is about: the field, and what is wrong."""
    return tuple(
        Phrase.of("invalid_field", where=path(each["loc"]), wrong=cause(each))
        for each in own_errors(error)
    )


def own_errors(error: "ValidationError") -> list["ErrorDetails"]:
    """What is to be mended: a list of which every member is wrong is not said to be empty too."""
    found = error.errors(include_url=False, include_input=False)
    around = {each["loc"][:depth] for each in found for depth in range(len(each["loc"]))}
    return [each for each in found if each["type"] != "too_short" or each["loc"] not in around]


def path(where: Sequence[int | str]) -> tuple[Param, ...]:
    """Names of fields, and positions as people count: from 1."""
    return tuple(Phrase.of("nth", n=part + 1) if isinstance(part, int) else part for part in where)


def cause(error: "ErrorDetails") -> Phrase:
    """What is wrong and how to mend it, by the kind of the error."""
    given: dict[str, Any] = error.get("ctx", {})
    where = [part for part in error["loc"] if part != "[key]"]
    if isinstance(unfit := given.get("error"), Unfit):
        return unfit.phrase
    if (bound := _bound(error["type"], given, where)) is not None:
        return bound
    match error["type"]:
        case "string_too_long":
            return Phrase.of("invalid_long", most=given["max_length"])
        case "too_long":
            return Phrase.of("invalid_many", most=given["max_length"])
        case "text_sign":
            return Phrase.of("invalid_sign", sign=given["sign"])
        case "enum" | "literal_error":
            return Phrase.of("invalid_choice", expected=given["expected"].replace("'", ""))
        case "string_pattern_mismatch":
            named = [_PATTERNS[part] for part in where if part in _PATTERNS]
            return Phrase.of(named[-1] if named else "pattern_month")
        case kind:
            return Phrase.of(next((c for k, c in _KINDS if kind.startswith(k)), "invalid_value"))


def _bound(kind: str, given: dict[str, Any], where: Sequence[int | str]) -> Phrase | None:
    """A bound as people write it: hours are quarters inside."""
    name = next((sign for sign in ("ge", "le", "gt", "lt") if sign in given), None)
    if name is None:
        return None
    limit: Any = given[name]
    code = {"ge": "bound_least", "le": "bound_most", "gt": "bound_above", "lt": "bound_below"}[name]
    if fields := [part for part in where if part in _HOURS]:
        limit = min(limit, _MOST_HOURS.get(str(fields[-1]), limit)) if name == "le" else limit
        return Phrase.of(f"{code}_hours", limit=int(limit))
    return Phrase.of(code, limit=limit)
