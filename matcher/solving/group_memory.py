"""Memory of neighbourhoods: a group of talents proved at a plan is not planned again at it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from random import Random
from typing import TypeAlias

from matcher.problem import Line, Problem
from models.ids import LineId, TalentId

#: A request or a place: what two talents can influence each other through.
Tie: TypeAlias = str | tuple[str, ...]
Group: TypeAlias = frozenset[TalentId]

#: Talents of a group, at most; where a pool has more than so many talents.
_LARGEST, _MANY, _OF_MANY = 4, 12, 3
#: A group of so many talents, those it ran out of time for counted, is given up.
_HOPELESS = 9


def ties(line: Line) -> tuple[Tie, Tie]:
    """Through what a line bears on others: its request and its place."""
    return line.request_id, line.municipalities


class GroupMemory:
    """Says which group is next: small ones first, each once for as long as nothing near changes.

    Running out of time counts like one more talent: such a group comes again, later, for longer.
    After a gain small groups near it come again, after all of the pass.
    """

    def __init__(
        self, problem: Problem, reach: Mapping[TalentId, set[Tie]], random: Random
    ) -> None:
        """`reach`: the ties of all lines on which a talent may work."""
        self._reach, self._random = reach, random
        self._lines = {line.line_id: ties(line) for line in problem.lines}
        self.clock = 0  #: changes of the plan so far
        self._changed = dict.fromkeys(reach, 0)
        self._proved: dict[Group, int] = {}
        self.timeouts: Counter[Group] = Counter()
        self._level, self._gained = 0, False
        self._pass: list[Group] = []
        self._groups = [*self._all(_LARGEST if len(reach) <= _MANY else _OF_MANY)]

    def next(self) -> Group | None:
        """A group that may hold a better plan, as far as is known; None where there is none."""
        while True:
            while self._pass:
                group = self._pass.pop()
                if self._is_open(group):
                    return group
            if not self._begin_pass():
                return None

    def prove(self, group: Group) -> None:
        """Nothing better is in the group at the plan as it is now; nor in any part of it."""
        for size in range(1, len(group) + 1):
            for part in combinations(group, size):
                self._proved[frozenset(part)] = self.clock

    def run_out(self, group: Group) -> None:
        """The group's time was over before it was proved."""
        self.timeouts[group] += 1

    def change(self, lines: Collection[LineId]) -> None:
        """These lines are worked differently now: who shares a request or place is asked again."""
        if not lines:
            return
        self.clock += 1
        self._gained = True
        touched = {tie for line in lines for tie in self._lines[line]}
        for talent, reach in self._reach.items():
            if not touched.isdisjoint(reach):
                self._changed[talent] = self.clock

    def is_proved(self, group: Group) -> bool:
        """Whether it was proved, and nothing has changed near it since."""
        return self._proved.get(group, -1) >= max(self._changed[talent] for talent in group)

    def _is_open(self, group: Group) -> bool:
        return self._weight(group) <= self._level and not self.is_proved(group)

    def _weight(self, group: Group) -> int:
        return len(group) + self.timeouts[group]

    def _begin_pass(self) -> bool:
        """The groups of the next level, small ones at the end, from where they are taken."""
        if self._gained:
            self._level = max(1, min(self._level, 2))
        elif self._level > _HOPELESS:
            return False
        else:
            self._level += 1
        self._gained = False
        self._pass = [group for group in self._groups if self._is_open(group)]
        self._random.shuffle(self._pass)
        self._pass.sort(key=self._weight, reverse=True)
        return True

    def _all(self, largest: int) -> Iterator[Group]:
        """Groups in which everybody bears on somebody: others are proved where their parts are."""
        talents = sorted(self._reach)
        for size in range(1, min(largest, len(talents)) + 1):
            for group in combinations(talents, size):
                if size == 1 or all(any(self._near(a, b) for b in group if a != b) for a in group):
                    yield frozenset(group)

    def _near(self, one: TalentId, other: TalentId) -> bool:
        return not self._reach[one].isdisjoint(self._reach[other])
