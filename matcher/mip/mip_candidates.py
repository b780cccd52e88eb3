"""Candidates of the model: assignments it may open, and upper bounds of their monthly hours.

What cannot be part of any plan is left out here, so that it never becomes a variable: months with
less than a block free, talents who cannot reach the minimum of a line for one person, lines that
nobody can start, engineer lines whose PM lines are all among those.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

import numpy as np

from matcher.eligibility.feasible_pairs import FeasiblePairs, feasible_pairs
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.ids import LineId
from models.months import Month


@dataclass(frozen=True, slots=True)
class Candidate:
    """A talent who may work on a line: at most so many quarters in these months.

    The overhead of the pair is taken off already.
    """

    line: Line
    talent: ProblemTalent
    most: Mapping[Month, int]
    pin: Mapping[Month, int] | None = None  #: exactly these hours, where the pair is pinned


class Candidates(Sequence[Candidate]):
    """Every candidate of a problem, line by line, pins first; made when they are first looked at.

    Large pools have half a million: who can works with `openings` instead.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.openings: FeasiblePairs = feasible_pairs(problem)
        self._pins = [pin for pin in problem.pins if pin.total]

    def __len__(self) -> int:
        return len(self._pins) + len(self.openings.line)

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._all)

    @overload
    def __getitem__(self, at: int) -> Candidate: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Candidate]: ...
    def __getitem__(self, at: int | slice) -> Candidate | Sequence[Candidate]:
        return self._all[at]

    @cached_property
    def _all(self) -> tuple[Candidate, ...]:
        problem, open_ = self.problem, self.openings
        talents, months = problem.talents, problem.months
        by_id = {talent.talent_id: talent for talent in talents}
        pins_of: defaultdict[LineId, list[Candidate]] = defaultdict(list)
        at = {line.line_id: line for line in problem.lines}
        for pin in self._pins:
            worked = {month: hours for month, hours in pin.hours.items() if hours}
            candidate = Candidate(at[pin.line_id], by_id[pin.talent_id], worked, worked)
            pins_of[pin.line_id].append(candidate)
        ends = np.searchsorted(open_.line, np.arange(len(problem.lines) + 1)).tolist()
        who, most = open_.talent.tolist(), open_.most.tolist()
        made: list[Candidate] = []
        for line, first, last in zip(problem.lines, ends, ends[1:], strict=False):
            made += pins_of.get(line.line_id, ())
            for pair in range(first, last):
                hours = {m: h for m, h in zip(months, most[pair], strict=True) if h}
                made.append(Candidate(line, talents[who[pair]], hours))
        return tuple(made)


def candidates(problem: Problem) -> Candidates:
    """Every candidate that some plan may use; pins always."""
    return Candidates(problem)


def among(offered: Iterable[Candidate], assignments: Iterable[Assignment]) -> tuple[Candidate, ...]:
    """The candidates of these assignments, in all their months: hours may still move."""
    pairs = {a.pair for a in assignments}
    return tuple(c for c in offered if c.pin or (c.line.line_id, c.talent.talent_id) in pairs)
