"""What a scenario may change, and the fields of each form."""

from collections.abc import Mapping
from typing import Any

from application.edits import SetField, edited
from matcher.ports import Snapshot
from matcher.whatif import (
    Change,
    Drop,
    Leave,
    MoreHours,
    OtherRequest,
    People,
    SetWeights,
    Vacant,
    Waive,
)
from models.errors import Mistake
from models.pool_settings import Weights
from models.text_folding import one_width
from web.frame.form_errors import FormErrors
from wording.typed import notation

#: By kind, the fields in their order.
KINDS: Mapping[str, tuple[str, ...]] = {
    "hours": ("talent", "months", "difference"),
    "vacant": ("role", "hours", "months"),
    "waive": ("talent", "request"),
    "people": ("line", "people"),
    "leave": ("talent",),
    "drop": ("request",),
    "request": ("request", "urgency", "nature"),
    "weights": ("weight", "points"),
}
WEIGHTS = tuple(Weights.model_fields)


def change_of(
    kind: str, typed: Mapping[str, str], snapshot: Snapshot, errors: FormErrors
) -> Change | None:
    """The change that a form says; None, and the errors noted, where it says none."""
    read: dict[str, Any] = {}
    for name in KINDS[kind]:
        written = typed.get(name, "").strip()
        if name in {"months", "urgency", "nature"} and not written:
            read[name] = ()
        elif not written:
            errors.add(name, Mistake("whatif_field_missing").phrase)
        else:
            read[name] = errors.read(name, written, _READERS.get(name, str))
    if errors:
        return None
    return _made(kind, read, snapshot)


def _difference(written: str) -> int:
    plain = one_width(written)
    sign = -1 if plain[:1] in "-−－ー▲" else 1
    return sign * notation.hours(plain.lstrip("+＋-−－ー▲"))


_READERS: Mapping[str, Any] = {
    "months": notation.months,
    "difference": _difference,
    "hours": notation.hours,
    "people": notation.number,
    "points": notation.number,
    "role": notation.role,
}


def _made(kind: str, read: Mapping[str, Any], snapshot: Snapshot) -> Change:
    match kind:
        case "hours":
            return MoreHours(
                talent_id=read["talent"], hours=read["difference"], months=read["months"]
            )
        case "vacant":
            return Vacant(role=read["role"], hours=read["hours"], months=read["months"])
        case "waive":
            return Waive(talent_id=read["talent"], request_id=read["request"])
        case "people":
            return People(line_id=read["line"], people=read["people"])
        case "leave":
            return Leave(talent_id=read["talent"])
        case "drop":
            return Drop(request_id=read["request"])
        case "weights":
            return SetWeights(weights={read["weight"]: read["points"]})
        case _:
            return _other_request(read, snapshot)


def _other_request(read: Mapping[str, Any], snapshot: Snapshot) -> Change:
    found = (r for r in snapshot.requests if r.request_id == read["request"])
    request = next(found, None)
    if request is None:
        raise Mistake("whatif_no_request", request_id=read["request"])
    edits = []
    if read["urgency"]:
        edits.append(SetField(field="urgency", value=int(read["urgency"])))
    if read["nature"]:
        edits.append(SetField(field="nature", value=read["nature"]))
    if not edits:
        raise Mistake("whatif_nothing_changes")
    return OtherRequest(request=edited(request, edits))
