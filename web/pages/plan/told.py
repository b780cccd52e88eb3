"""Facts of a plan as sentences for somebody who may see names."""

from collections.abc import Mapping

from matcher.explanation import Enough, Unmet, Why, WhyNot
from models.ids import TalentId
from wording import explain
from wording.people import with_names
from wording.words import Words


class Told:
    """Says them in the reader's language."""

    def __init__(self, words: Words, people: Mapping[TalentId, str]) -> None:
        self._words, self._people = words, people

    def name(self, talent_id: str) -> str:
        """Who it is; the id where nobody knows."""
        return self._people.get(TalentId(talent_id)) or talent_id

    def cause(self, row: Unmet) -> str:
        """What a line lacks, and why; what would be enough is told apart."""
        bare = row.model_copy(update={"enough": ()})
        return self._named(explain.unmet(self._words, bare))

    def remedy(self, change: Enough) -> str:
        """A change that would be enough."""
        return self._named(explain.remedy(self._words, change))

    def why(self, choice: Why) -> str:
        """Why this person."""
        return self._named(explain.why(self._words, choice))

    def why_not(self, finding: WhyNot) -> str:
        """Why not another."""
        return self._named(explain.why_not(self._words, finding))

    def _named(self, text: str) -> str:
        return with_names(self._words, text, self._people)
