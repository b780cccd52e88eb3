"""What is said of a fact, for tests of the facts behind it."""

from matcher.explanation import Bottleneck, Enough, Unmet, Why, WhyNot
from wording import Words, explain
from wording.reader import Lang


def said(fact: Unmet | Enough | Why | WhyNot | Bottleneck, lang: Lang = "ja") -> str:
    """The sentence of a fact; places by their codes."""
    words = Words(lang)
    match fact:
        case Unmet():
            return explain.unmet(words, fact)
        case Enough():
            return explain.remedy(words, fact)
        case Why():
            return explain.why(words, fact)
        case WhyNot():
            return explain.why_not(words, fact)
        case Bottleneck():
            return explain.bottleneck(words, fact)
