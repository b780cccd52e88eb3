"""Matches, why this person, and what is unmet."""

from matcher.explanation import Enough, Unmet, Why, WhyNot
from models.match import Match
from models.worked_hours import Worked
from web.api.schemas.steps import STEP
from web.api.shapes import FLAG, NUMBER, TEXT, list_of, model

WHY = model(Why, why_not=list_of(model(WhyNot, text=TEXT)), text=TEXT)
UNMET = model(Unmet, enough=list_of(model(Enough, text=TEXT)), text=TEXT)
#: Of a list: each change that would be enough with its steps.
UNMET_AND_STEPS = model(
    Unmet, enough=list_of(model(Enough, text=TEXT, steps=list_of(STEP))), text=TEXT
)
WORKED = model(Worked, frozenset({"pool_id"}))
MATCH = model(
    Match,
    pinned=FLAG,
    asked_again=FLAG,
    accepted_places=list_of(TEXT),
    total_hours=NUMBER,
)
MATCH_AND_WHY = model(
    Match,
    pinned=FLAG,
    asked_again=FLAG,
    accepted_places=list_of(TEXT),
    total_hours=NUMBER,
    why=list_of(WHY),
)
