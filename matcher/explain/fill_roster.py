"""A roster filled up: everything inserted that scores, until nothing more does.

What a line could get depends on the line, its place and request, its PM lines and its candidates. A
line that got nothing is looked at again only once one of these has changed.
"""

from collections import defaultdict
from collections.abc import Iterable

from matcher.roster.best_insertion import best_insertion
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster


def filled(roster: Roster, *stages: Iterable[int]) -> Roster:
    """The same roster with everything inserted that scores, stage by stage; what is on it stays.

    A stage is the lines that may get something; the last one, where none is named, is all of them.
    They are gone through until nothing more comes: one may open another.
    """
    idle = _IdleLines(roster)
    for stage in stages or (range(len(roster.left)),):
        todo, grew = list(stage), True
        while grew:
            grew = False
            for line in todo:
                if line in idle or not any(roster.left[line]):
                    continue
                offer = best_insertion(roster, line)
                if offer and offer.points > 0:
                    roster.take(offer)
                    idle.wake(offer)
                    grew = True
                else:
                    idle.add(line)
    return roster


class _IdleLines:
    """Lines that get nothing with the roster as it is."""

    def __init__(self, roster: Roster) -> None:
        self._numbered = roster.numbered
        self._idle: set[int] = set()
        self._of_talent: defaultdict[int, set[int]] = defaultdict(set)

    def __contains__(self, line: int) -> bool:
        return line in self._idle

    def add(self, line: int) -> None:
        """Nothing came to the line."""
        self._idle.add(line)
        for pair in self._numbered.candidates(line):
            self._of_talent[pair.talent].add(line)

    def wake(self, taken: Insertion) -> None:
        """What may come to a line is another thing than before: look at it again."""
        numbered, line = self._numbered, taken.line
        for talent, _ in taken.shares:
            self._idle -= self._of_talent.pop(talent, set())
        place, request = numbered.place[line], numbered.request[line]
        self._idle -= {
            at
            for at in self._idle
            if numbered.place[at] == place or numbered.request[at] == request
        }
        self._idle.discard(line)
