"""Facts of a plan as sentences, made when they are shown: why, why not, what would be enough.

The files of both languages have the same names and functions; the words choose between them.
"""

from collections.abc import Iterable, Sequence

from matcher.explanation import Bottleneck, Contradiction, Enough, Funnel, Unmet, Why, WhyNot
from matcher.planning.changes import Changes
from models.plan_triggers import PlanNews, Trigger
from wording.explain import en, ja
from wording.words import Words

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


def unmet(words: Words, row: Unmet) -> str:
    """What of a line is missing, why, and the first change that would be enough."""
    return (en.unmet if words.lang == "en" else ja.unmet)(row, words.reader.places)


def funnel(words: Words, rows: Sequence[Funnel]) -> str:
    """How many candidates each rule leaves."""
    return (en.funnel if words.lang == "en" else ja.funnel)(rows)


def remedy(words: Words, change: Enough) -> str:
    """A change that would be enough."""
    return (en.remedy if words.lang == "en" else ja.remedy)(change)


def why(words: Words, choice: Why) -> str:
    """Why this person serves the line, and who is next."""
    return (en.why if words.lang == "en" else ja.why)(choice)


def why_not(words: Words, finding: WhyNot) -> str:
    """Why somebody else does not serve the line."""
    return (en.why_not if words.lang == "en" else ja.why_not)(finding)


def bottleneck(words: Words, entry: Bottleneck) -> str:
    """One more person of a role, and what that would change."""
    return (en.bottleneck if words.lang == "en" else ja.bottleneck)(entry)


def contradiction(words: Words, found: Contradiction) -> str:
    """Pins that cannot stand together, and what to do."""
    return (en.contradiction if words.lang == "en" else ja.contradiction)(found)


def summary(words: Words, found: Changes, because: Iterable[Trigger] = ()) -> str:
    """How many assignments moved from one plan to the next, in which way, and because of what."""
    return (en.summary if words.lang == "en" else ja.summary)(found, because)


def news(words: Words, said: PlanNews) -> str:
    """The same of news alone, where the single changes are told beside it."""
    return (en.news if words.lang == "en" else ja.news)(said)


def triggers(words: Words, some: Iterable[Trigger]) -> list[str]:
    """What made a plan change: a noun each in Japanese, a clause each in English."""
    return (en.triggers if words.lang == "en" else ja.triggers)(some)
