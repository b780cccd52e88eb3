"""Scenarios beside the live plan."""

from matcher.planning.changes import Change
from matcher.whatif import Scenario
from web.api.shapes import FLAG, NUMBER, TEXT, WHOLE, list_of, maybe, model, thing

_OUTCOME = {
    "status": TEXT,
    "score": WHOLE,
    "score_from": TEXT,
    "score_compares": FLAG,
    "bound": maybe(WHOLE),
    "served_hours": NUMBER,
    "asked_hours": NUMBER,
    "municipalities": WHOLE,
    "municipalities_in_first_tier": WHOLE,
    "municipalities_asking": WHOLE,
    "roles": list_of(thing(role=TEXT, people=WHOLE, served_hours=NUMBER, asked_hours=NUMBER)),
    "assignments": WHOLE,
    "unmet_lines": WHOLE,
    "added_hours": NUMBER,
    "moved": list_of(model(Change)),
    "moved_kinds": {"type": "object", "additionalProperties": WHOLE},
    "moved_text": TEXT,
    "unmet": list_of(thing(line_id=TEXT, hours=NUMBER, cause=TEXT)),
}
COMPARISON = thing(
    pool_id=TEXT,
    name=TEXT,
    changed=FLAG,
    live_is_current=FLAG,
    live=thing(**_OUTCOME),
    scenarios=list_of(thing(letter=TEXT, scenario=maybe(model(Scenario)), **_OUTCOME)),
)
