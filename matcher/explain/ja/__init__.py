"""What explanations say in Japanese: short sentences, in the words of the office."""

from matcher.explain.ja.causes import cause, funnel, unmet
from matcher.explain.ja.changes import (
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
from matcher.explain.ja.choices import reasons, why, why_not
from matcher.explain.ja.words import ROLES, amounts

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
