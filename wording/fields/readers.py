"""What people write for a field -> the value as it stands in the entity's JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from models.hours import hours_number
from models.unfit import Unfit
from models.written import is_nothing
from wording.fields.field import Field
from wording.fields.registry import FIELDS
from wording.typed.corporate import corporate_number
from wording.typed.days import days
from wording.typed.listed import listed
from wording.typed.months import month
from wording.typed.places import Gazetteer, place
from wording.typed.skills import skills
from wording.typed.values import choice, hours, number, yes_no
from wording.typed.within import within

Reader = Callable[[Field, str, Gazetteer, str], Any]


def value(name: str, text: str, places: Gazetteer, pool_id: str) -> Any:
    """Lists are written with commas; what holds several values may be written as JSON.

    Raises Unfit: what is wrong, and how to mend it.
    """
    field = FIELDS[name]
    if field.kind == "fixed":
        raise Unfit("field_fixed", name=name)
    if text.startswith(("{", "[")) and field.kind != "text":
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            raise Unfit("json_form", column=error.colno) from None
    if field.optional and not text.strip():
        return None
    return _READERS[field.kind](field, text, places, pool_id)


def _members(text: str) -> list[str]:
    return [] if is_nothing(text) else listed(text)


def _choice(field: Field, text: str, places: Gazetteer, pool_id: str) -> Any:
    code = choice(field.table, text)
    return int(code) if code.isdecimal() else code


def _places(field: Field, text: str, places: Gazetteer, pool_id: str) -> list[str]:
    pool = pool_id if field.own_pool else None
    return [
        within(lambda each: place(each, places, pool, home=pool_id).code, each)
        for each in _members(text)
    ]


def _document(field: Field, text: str, places: Gazetteer, pool_id: str) -> Any:
    raise Unfit("only_json")


_READERS: Mapping[str, Reader] = {
    "text": lambda field, text, places, pool: text,
    "number": lambda field, text, places, pool: number(text),
    "hours": lambda field, text, places, pool: hours_number(hours(text)),
    "month": lambda field, text, places, pool: month(text),
    "yes_no": lambda field, text, places, pool: yes_no(text),
    "choice": _choice,
    "choices": lambda field, text, places, pool: [
        within(lambda one: choice(field.table, one), each) for each in _members(text)
    ],
    "skills": lambda field, text, places, pool: skills(text),
    "place": lambda field, text, places, pool: place(text, places, home=pool).code,
    "places": _places,
    "corporate_number": lambda field, text, places, pool: corporate_number(text),
    "corporate_numbers": lambda field, text, places, pool: [
        within(corporate_number, each) for each in _members(text)
    ],
    "days": lambda field, text, places, pool: [
        each.isoformat() for each in ([] if is_nothing(text) else days(text))
    ],
    "document": _document,
}
