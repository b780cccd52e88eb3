"""Ruin and recreate: take a few lines off the plan, insert better ones, thousands of times."""

import math
from collections.abc import Iterable, Sequence
from random import Random
from time import monotonic

from matcher.problem import Assignment, Problem
from matcher.roster.best_insertion import best
from matcher.roster.indexed_problem import IndexedProblem
from matcher.roster.roster import Roster

#: Temperatures of the annealing, first and last, as parts of the score.
_HOT, _COLD = 1.5e-3, 3e-5
#: Lines tried again besides those taken off, for each talent touched.
_TRIED = 12
#: One in so many insertions is left out, so that the same hole is not filled the same way.
_SKIPPED = 0.05
#: Part of a touched talent's other lines whose months are cut.
_SQUEEZED = 0.05


class Search:
    """Improves a plan by annealing; what it returns is valid, pins included."""

    def __init__(self, problem: Problem, assignments: Sequence[Assignment], random: Random) -> None:
        self._numbered = IndexedProblem(problem)
        self._random = random
        pinned = {pin.pair for pin in problem.pins}
        self.roster = Roster(self._numbered, [a for a in assignments if a.pair not in pinned])
        self._lines_of: list[list[int]] = [[] for _ in self._numbered.talents]
        for line in range(len(self._numbered.lines)):
            for pair in self._numbered.candidates(line):
                self._lines_of[pair.talent].append(line)
        self._movable = [
            {pair.talent for pair in self._numbered.candidates(line)}
            for line in range(len(self._numbered.lines))
        ]
        self._open = [line for line, talents in enumerate(self._movable) if talents]
        self._log: list[tuple[int, int, Sequence[int], bool]] = []

    def run(self, seconds: float) -> tuple[Assignment, ...]:
        """The best plan met in so many seconds."""
        roster, random = self.roster, self._random
        began = now = monotonic()
        found, found_score = roster.assignments(), roster.score
        heat = float(max(1, abs(roster.score)))
        while self._open and now - began < seconds:
            done = (now - began) / seconds
            temperature = heat * _HOT * (_COLD / _HOT) ** done
            before = roster.score
            self._log.clear()
            self._recreate(self._ruin())
            gained = roster.score - before
            if gained < 0 and random.random() >= math.exp(gained / temperature):
                self._undo()
            elif roster.score > found_score:
                found, found_score = roster.assignments(), roster.score
            now = monotonic()
        return found

    def _ruin(self) -> set[int]:
        """Take one to three lines off some talents of one line; the talents touched."""
        line = self._random.choice(self._open)
        near = sorted(self._movable[line])
        touched = set(self._random.sample(near, min(len(near), self._random.randint(1, 3))))
        for talent in sorted(touched):
            mine = [at for at in self._lines_of[talent] if talent in self.roster.on[at]]
            taken = self._random.sample(mine, min(len(mine), self._random.randint(1, 3)))
            for at in taken:
                touched |= self._clear(at)
            for at in mine:
                if at not in taken and self._random.random() < _SQUEEZED:
                    self._squeeze(at, talent)
        return touched

    def _clear(self, line: int) -> set[int]:
        """Take everybody movable off a line, and off the lines that needed it; who they were."""
        roster = self.roster
        gone = {talent for talent in roster.on[line] if talent in self._movable[line]}
        for talent in sorted(gone):
            self._drop(line, talent)
        if not roster.on[line]:
            for carried in self._numbered.carried[line]:
                if roster.on[carried] and not roster.may_start(carried):
                    gone |= self._clear(carried)
        return gone

    def _squeeze(self, line: int, talent: int) -> None:
        """Cut a talent's months on a line, as far as its minimum allows, to make room."""
        roster = self.roster
        if talent not in roster.on[line]:
            return
        spare = roster.total(line) - self._numbered.minimum[line]
        hours = roster.on[line][talent].hours
        months = [month for month, amount in enumerate(hours) if amount]
        if self._random.random() < 0.5:
            months.reverse()
        cut = list(hours)
        for month in months[: self._random.randint(1, len(months))]:
            if cut[month] <= spare:
                spare -= cut[month]
                cut[month] = 0
        if any(cut) and cut != list(hours):
            self._drop(line, talent)
            self._put(line, talent, cut)

    def _recreate(self, touched: Iterable[int]) -> None:
        """Insert what is worth it: the touched talents' lines that lack hours, in random order."""
        roster, random, numbered = self.roster, self._random, self._numbered
        lines: dict[int, None] = {line: None for line, *_ in self._log}
        for talent in sorted(touched):
            lacking = [at for at in self._lines_of[talent] if not roster.on[at]]
            lines.update(dict.fromkeys(random.sample(lacking, min(_TRIED, len(lacking)))))
        order = list(lines)
        random.shuffle(order)
        match random.randrange(4):
            case 0:
                order.sort(key=lambda at: -numbered.lines[at].value)
            case 1:
                order.sort(key=lambda at: -numbered.worth(at))
            case 2:
                order.sort(key=lambda at: len(self._movable[at]))
        for line in order:
            for pm in numbered.chained[line] or ():
                self._insert(pm)
            self._insert(line)
        for talent in sorted(touched):
            for line in self._lines_of[talent]:
                if line in lines and talent in roster.on[line] and any(roster.left[line]):
                    self._refill(line)

    def _refill(self, line: int) -> None:
        """Serve a partly served line anew, where that is worth more."""
        roster, mark, before = self.roster, len(self._log), self.roster.score
        for talent in sorted(self._movable[line] & roster.on[line].keys()):
            self._drop(line, talent)
        while (offer := best(roster, line)) and offer.points > 0:
            for talent, hours in offer.shares:
                self._put(line, talent, hours)
        if roster.score < before or not roster.on[line]:
            self._undo(mark)

    def _insert(self, line: int) -> None:
        if self._random.random() < _SKIPPED:
            return
        while (offer := best(self.roster, line)) and offer.points > 0:
            for talent, hours in offer.shares:
                self._put(line, talent, hours)

    def _put(self, line: int, talent: int, hours: Sequence[int]) -> None:
        self.roster.put(line, talent, hours)
        self._log.append((line, talent, hours, True))

    def _drop(self, line: int, talent: int) -> None:
        self._log.append((line, talent, self.roster.drop(line, talent), False))

    def _undo(self, mark: int = 0) -> None:
        """Take back what was done since the log was so long."""
        while len(self._log) > mark:
            line, talent, hours, put = self._log.pop()
            if put:
                self.roster.drop(line, talent)
            else:
                self.roster.put(line, talent, hours)
