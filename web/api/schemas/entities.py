"""Requests and talents."""

from models.entities import Person, Request, Talent
from web.api.schemas.matches import MATCH, UNMET, WHY, WORKED
from web.api.shapes import HOURS, NUMBER, TEXT, Schema, list_of, maybe, model, thing

_RETIRED = frozenset({"retired"})
_FIGURES = thing(
    line_id=TEXT,
    asked_hours=NUMBER,
    served_hours=NUMBER,
    unmet_hours=NUMBER,
    asked=HOURS,
    served=HOURS,
    unmet=HOURS,
    outside=HOURS,
)
REQUEST = model(Request, _RETIRED)
REQUEST_IN_FULL = model(
    Request,
    _RETIRED,
    places=list_of(TEXT),
    figures=list_of(_FIGURES),
    matches=list_of(MATCH),
    worked=list_of(WORKED),
    unmet=list_of(UNMET),
    why=list_of(WHY),
)
TALENT = model(Talent)
TALENT_MONTH = thing(
    month=TEXT, available=NUMBER, assigned=NUMBER, travel=NUMBER, used=NUMBER, free=NUMBER
)


def _talent_in_full() -> Schema:
    schema = model(
        Talent,
        months=list_of(TALENT_MONTH),
        matches=list_of(MATCH),
        worked=list_of(WORKED),
        person=maybe(model(Person)),
    )
    schema["required"].remove("person")
    return schema


#: `person` stands in it only where it was asked for.
TALENT_IN_FULL = _talent_in_full()
