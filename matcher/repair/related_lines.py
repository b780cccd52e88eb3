"""The neighbourhood of a change: lines that could give or take hours, and their people."""

from collections import defaultdict
from dataclasses import dataclass, field

from matcher.repair.touched import Touched
from matcher.roster.roster import Roster

#: So many lines are planned anew; those of the same requests come besides.
MOST_LINES = 24
#: So many people who are not there yet may come to each touched line.
_RIVALS = 6


@dataclass(slots=True)
class RelatedLines:
    """Numbers of lines and talents on a roster; whole requests, and everybody on them."""

    lines: set[int] = field(default_factory=set)
    hands: set[int] = field(default_factory=set)


def related_lines(roster: Roster, what: Touched, most: int = MOST_LINES) -> RelatedLines:
    """The touched lines, who might serve them instead, and what those do and might do instead."""
    return _Search(roster, most).found(what)


class _Search:
    """Adds what is near, the nearest first, until there is enough."""

    def __init__(self, roster: Roster, most: int) -> None:
        self._roster, self._numbered, self._most = roster, roster.numbered, most
        self._lines_of: defaultdict[int, list[int]] = defaultdict(list)
        for line, hands in enumerate(roster.on):
            for talent in hands:
                self._lines_of[talent].append(line)
        self._of_request: defaultdict[int, list[int]] = defaultdict(list)
        for line, request in enumerate(self._numbered.request):
            self._of_request[request].append(line)
        self._near = RelatedLines()

    def found(self, what: Touched) -> RelatedLines:
        """All of it."""
        numbered, near = self._numbered, self._near
        touched = sorted(numbered.line_at[line_id] for line_id in what.lines)
        hands = sorted(numbered.talent_at[talent_id] for talent_id in what.talents)
        near.hands.update(hands)
        for line in touched:
            self._add(line)
        for line in touched:
            if any(self._roster.left[line]):
                hands += self._rivals(line)
        months = {m for line in touched for m, hours in enumerate(numbered.asked[line]) if hours}
        self._take(self._served(hands, months))
        self._take(self._lacking(hands))
        return near

    def _add(self, line: int) -> None:
        """The line with its whole request, and everybody there."""
        for at in self._of_request[self._numbered.request[line]]:
            self._near.lines.add(at)
            self._near.hands.update(self._roster.on[at])

    def _take(self, lines: list[int]) -> None:
        for line in lines:
            if len(self._near.lines) >= self._most:
                return
            self._add(line)

    def _rivals(self, line: int) -> list[int]:
        """Who could give the line most, by giving up what is worth less."""
        roster, numbered = self._roster, self._numbered
        left, value = roster.left[line], numbered.lines[line].value
        offers = []
        for pair in numbered.candidates(line):
            if pair.talent in roster.on[line]:
                continue
            spare = list(roster.free[pair.talent])
            for other in self._lines_of[pair.talent]:
                if numbered.lines[other].value <= value:
                    hours = roster.on[other][pair.talent].hours
                    spare = [a + b for a, b in zip(spare, hours, strict=True)]
            reach = sum(min(left[month], spare[month]) for month, _ in pair.months)
            offers.append((-reach, pair.talent))
        found = [talent for reach, talent in sorted(offers)[:_RIVALS] if reach]
        self._near.hands.update(found)
        return found

    def _served(self, hands: list[int], months: set[int]) -> list[int]:
        """What these people do now, the lines that meet the months first."""
        lines = dict.fromkeys(line for talent in hands for line in self._lines_of[talent])
        asked = self._numbered.asked
        return sorted(lines, key=lambda at: (-sum(asked[at][m] > 0 for m in months), at))

    def _lacking(self, hands: list[int]) -> list[int]:
        """What these people could do besides, the lines worth most first."""
        roster, numbered = self._roster, self._numbered
        worth: defaultdict[int, int] = defaultdict(int)
        for line, left in enumerate(roster.left):
            if not any(left) or roster.open_places(line) < 1:
                continue
            for talent in hands:
                if numbered.lines[line].role not in numbered.talents[talent].roles:
                    continue
                if not numbered.is_eligible(line, talent):
                    continue
                hours = sum(map(min, left, numbered.free[talent]))
                worth[line] = max(worth[line], hours * numbered.lines[line].value)
        return sorted(worth, key=lambda at: (-worth[at], at))
