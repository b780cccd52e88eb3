"""What is wrong with an entity, where, and how to mend it: validation errors as sentences."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from models.errors import Mistake
from models.hours import hours_number
from service.cli.corporate import wrong_digit
from wording.fields.names import field_label

#: How a value of a pattern is written.
_PATTERNS: Mapping[str, tuple[str, str]] = {
    "pool_id": ("都道府県コード2桁（例 20）", "two digits, such as 20"),
    "request_id": ("半角の英数字と . _ -（例 R-100）", "ASCII letters, digits, . _ -"),
    "talent_id": ("半角の英数字と . _ -（例 T-10）", "ASCII letters, digits, . _ -"),
}
_MONTH = ("2026-12 のような月", "a month such as 2026-12")
_CORPORATE = ("13桁の法人番号（例 8000000000001）", "a 13-digit corporate number (法人番号)")
_CODE = ("6桁の市区町村コード（例 202177）", "a 6-digit municipality code, such as 202177")

#: Fields that hold hours.
_HOURS = {"hours", "capacity", "overhead", "block"}

#: Fields that hold corporate numbers.
_NUMBERED = {"vendors", "employer"}


def mistake(error: ValidationError, what: str) -> Mistake:
    """Every fault of an entity in one Mistake, without the values (one may be a person's)."""
    lines = [_sentence(each, what) for each in error.errors(include_url=False)]
    return Mistake("\n  ".join(lines))


def _sentence(error: ErrorDetails, what: str) -> str:
    where = [part for part in error["loc"] if part != "[key]"]
    ja, en = _cause(error, where)
    place_ja = "・".join(_part(part, at, where, 0) for at, part in enumerate(where))
    place_en = ".".join(_part(part, at, where, 1) for at, part in enumerate(where))
    return f"{what}{'：' if where else ' '}{place_ja} {ja} / {place_en or what}: {en}"


def _part(part: int | str, at: int, where: list[Any], language: int) -> str:
    """A position in `lines` counts from 1, as people count."""
    if isinstance(part, int):
        return f"{part + 1}番目" if language == 0 else str(part + 1)
    return field_label(part, "en" if language else "ja")


def _cause(error: ErrorDetails, where: list[Any]) -> tuple[str, str]:
    given: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "がありません。書いてください", "is missing; add it"
        case "extra_forbidden":
            return "という項目はありません。消してください", "is not a field; remove it"
        case "greater_than_equal":
            ja, en = _bound(given["ge"], where)
            return f"は {ja} 以上にしてください", f"must be at least {en}"
        case "less_than_equal":
            ja, en = _bound(given["le"], where)
            return f"は {ja} 以下にしてください", f"must be at most {en}"
        case "string_too_long":
            most = given["max_length"]
            return f"は {most} 文字までです", f"has at most {most} characters"
        case "string_too_short" | "too_short":
            return "が空です。書いてください", "is empty; fill it in"
        case "text_sign":
            sign = given["sign"]
            return (
                f"に制御文字 {sign} があります。消してください",
                f"holds the control sign {sign}; remove it",
            )
        case "json_invalid" | "string_unicode":
            return "に文字として読めないものがあります", "holds what is no text"
        case "enum":
            return f"は {given['expected']} から選んでください", f"must be {given['expected']}"
        case "string_pattern_mismatch":
            named = [part for part in where if part in _PATTERNS]
            known = _PATTERNS[named[-1]] if named else _by_place(where)
            return f"は {known[0]} にしてください", f"must be {known[1]}"
        case "value_error" if _NUMBERED & set(where):
            return wrong_digit(str(error["input"]))
        case _:
            text = error["msg"].removeprefix("Value error, ")
            return "が正しくありません", text


def _bound(limit: int, where: list[Any]) -> tuple[str, str]:
    """A bound as people write it: hours are quarters inside."""
    if _HOURS & set(where):
        return f"{hours_number(limit):,} 時間", f"{hours_number(limit):,} h"
    return str(limit), str(limit)


def _by_place(where: list[Any]) -> tuple[str, str]:
    if _NUMBERED & set(where):
        return _CORPORATE
    return _CODE if {"municipalities", "excluded", "base"} & set(where) else _MONTH
