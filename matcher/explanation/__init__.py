"""Why a plan is as it is: ids and numbers; sentences are made of them when they are shown.

Made by `matcher.explain`, worded by `wording.explain`; nothing here computes anything.
"""

from matcher.explanation.bottleneck import Bottleneck
from matcher.explanation.contradiction import Contradiction, PinLimit
from matcher.explanation.line import LineExplanation, line_explanations
from matcher.explanation.terms import Terms
from matcher.explanation.unmet import (
    CAUSES,
    Cause,
    CauseFacts,
    Enough,
    Funnel,
    Held,
    RunningMonth,
    Unmet,
)
from matcher.explanation.why import Against, Why, WhyNot

__all__ = [
    "CAUSES",
    "Against",
    "Bottleneck",
    "Cause",
    "CauseFacts",
    "Contradiction",
    "Enough",
    "Funnel",
    "Held",
    "LineExplanation",
    "PinLimit",
    "RunningMonth",
    "Terms",
    "Unmet",
    "Why",
    "WhyNot",
    "line_explanations",
]
