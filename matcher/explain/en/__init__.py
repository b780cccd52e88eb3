"""What explanations say in English."""

from matcher.explain.en.causes import cause, funnel, unmet
from matcher.explain.en.changes import (
    contract,
    decline,
    exclusion,
    exclusive,
    held,
    hours,
    if_kept,
    nature,
    newcomer,
    people,
    places,
    pm_line,
    skill,
    training,
)
from matcher.explain.en.choices import reasons, why, why_not
from matcher.explain.en.words import ROLES, amounts

__all__ = [
    "ROLES",
    "amounts",
    "cause",
    "contract",
    "decline",
    "exclusion",
    "exclusive",
    "funnel",
    "held",
    "hours",
    "if_kept",
    "nature",
    "newcomer",
    "people",
    "places",
    "pm_line",
    "reasons",
    "skill",
    "training",
    "unmet",
    "why",
    "why_not",
]
