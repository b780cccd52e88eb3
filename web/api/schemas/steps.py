"""The steps that make a change real: one object each, by its `step`."""

from typing import Any

from web.api.shapes import HOURS, NUMBER, TEXT, Schema, maybe, thing

_VALUE: Schema = {
    "anyOf": [
        TEXT,
        NUMBER,
        {"type": "boolean"},
        {"type": "array", "items": TEXT},
        {"type": "null"},
    ]
}
_FIELDS: Schema = {"type": "object", "additionalProperties": _VALUE}
_NUMBERS: Schema = {"type": "object", "additionalProperties": {"type": "integer"}}


def _step(kind: str, **fields: Any) -> Schema:
    return thing(step={"const": kind}, pool_id=TEXT, **fields)


STEP: Schema = {
    "anyOf": [
        _step("pin_match", match_id=TEXT),
        _step("resume_match", match_id=TEXT),
        _step("lift_decline", line_id=TEXT, talent_id=TEXT),
        _step("change_request", request_id=TEXT, fields=_FIELDS),
        _step(
            "change_talent",
            talent_id=TEXT,
            fields=_FIELDS,
            besides=_FIELDS,
            without=_FIELDS,
            more_hours=HOURS,
        ),
        _step(
            "add_talent",
            role=TEXT,
            hours=HOURS,
            talent_id=maybe(TEXT),
            form=maybe(TEXT),
            skills=_NUMBERS,
            first=TEXT,
            last=TEXT,
            trained_from=maybe(TEXT),
        ),
        _step("change_settings", fields=_FIELDS, weights=_NUMBERS),
        _step("withdraw_request", request_id=TEXT),
    ]
}
