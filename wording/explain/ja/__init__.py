"""Facts of a plan as sentences in Japanese: short ones, in the words of the office."""

from wording.explain.ja.bottlenecks import bottleneck
from wording.explain.ja.causes import funnel, unmet
from wording.explain.ja.changes import news, summary
from wording.explain.ja.contradictions import contradiction
from wording.explain.ja.reasons import why, why_not
from wording.explain.ja.remedies import remedy
from wording.explain.ja.triggers import triggers

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
