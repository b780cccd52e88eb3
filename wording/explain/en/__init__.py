"""Facts of a plan as sentences in English."""

from wording.explain.en.bottlenecks import bottleneck
from wording.explain.en.causes import funnel, unmet
from wording.explain.en.changes import news, summary
from wording.explain.en.contradictions import contradiction
from wording.explain.en.reasons import why, why_not
from wording.explain.en.remedies import remedy
from wording.explain.en.triggers import triggers

__all__ = [
    "bottleneck",
    "contradiction",
    "funnel",
    "news",
    "remedy",
    "summary",
    "triggers",
    "unmet",
    "why",
    "why_not",
]
