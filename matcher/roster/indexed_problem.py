"""A problem indexed by number: lines, talents, months and places, as the roster looks them up."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from matcher.eligibility.eligibility import Eligibility, free
from matcher.problem import Line, Previous, Problem, ProblemTalent
from models.entities import Role
from models.months import Month
from models.pool_settings import FORM_FIT


@dataclass(frozen=True)
class IndexedPair:
    """A talent for a line: the months open to it, and what it is worth there."""

    talent: int
    rate: int  #: points per quarter, coverage and stability aside
    bonus: int  #: points for the assignment as such: stability and its own, less set-up
    own: int  #: the points of its own
    overhead: tuple[int, ...]  #: quarters of each month used up besides the hours; empty where none
    kept: tuple[int, ...]  #: quarters of each month people have seen; empty where none
    keep_rate: int  #: points per quarter that stays where people have seen it
    opening: Callable[[], tuple[tuple[int, int], ...]]

    @cached_property
    def months(self) -> tuple[tuple[int, int], ...]:
        """(month, least quarters in it) of each that is open; worked out when asked."""
        # Whoever only keeps what stood before, which is most of a plan, does not ask.
        return self.opening()

    def kept_points(self, hours: Sequence[int]) -> int:
        """Points for the quarters that stay in the months people have seen."""
        return self.keep_rate * sum(map(min, hours, self.kept)) if self.kept else 0


class IndexedProblem:
    """The unchanging side of a roster. Pairs that are not eligible are not candidates."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.lines, self.talents, self.months = problem.lines, problem.talents, problem.months
        self.line_at = {line.line_id: at for at, line in enumerate(self.lines)}
        self.talent_at = {talent.talent_id: at for at, talent in enumerate(self.talents)}
        self.month_at = {month: at for at, month in enumerate(self.months)}
        self.exclusive = [line.exclusive for line in self.lines]
        self.asked = [[line.hours.get(m, 0) for m in self.months] for line in self.lines]
        self.free = [[free(talent, m) for m in self.months] for talent in self.talents]
        self.at_once = [talent.municipalities_at_once for talent in self.talents]
        places: dict[tuple[str, ...], int] = {}
        self.place = [places.setdefault(line.municipalities, len(places)) for line in self.lines]
        asked_of_place = [0] * len(places)
        for place, asked in zip(self.place, self.asked, strict=True):
            asked_of_place[place] += sum(asked)
        percent = problem.weights.coverage_percent
        self.tier = [percent * asked // 100 for asked in asked_of_place]
        #: A pinned line counts as started, whatever its minimum.
        self.pinned = {self.line_at[pin.line_id] for pin in problem.pins if pin.total}
        self.minimum = [
            0 if at in self.pinned else line.minimum for at, line in enumerate(self.lines)
        ]
        pm_lines: defaultdict[str, list[int]] = defaultdict(list)
        for at, line in enumerate(self.lines):
            if line.role is Role.PM:
                pm_lines[line.request_id].append(at)
        #: PM lines of which one must be started first; None for a line that needs none.
        self.chained: list[list[int] | None] = [
            pm_lines[line.request_id] if line.role is Role.ENGINEER and line.needs_pm else None
            for line in self.lines
        ]
        #: Lines that a PM line carries.
        self.carried: defaultdict[int, list[int]] = defaultdict(list)
        for at, chain in enumerate(self.chained):
            for pm in chain or ():
                self.carried[pm].append(at)
        requests: dict[str, int] = {}
        self.request = [requests.setdefault(ln.request_id, len(requests)) for ln in self.lines]
        self.requests = len(requests)
        self.is_producer = [line.role is Role.PRODUCER for line in self.lines]
        share = problem.weights.balance_percent
        #: Quarters of each talent over all months that cost nothing.
        self.fair = [share * sum(row) // 100 for row in self.free]
        self._eligible = Eligibility(problem)
        self._pairs: dict[tuple[int, int], IndexedPair] = {}
        self._previous = {previous.pair: previous for previous in problem.previous}
        self._pins = {pin.pair for pin in problem.pins}
        self._candidates: list[list[IndexedPair] | None] = [None] * len(self.lines)

    def candidates(self, line_at: int) -> list[IndexedPair]:
        """The eligible talents of a line, those pinned to it left out."""
        found = self._candidates[line_at]
        if found is None:
            line = self.lines[line_at]
            found = self._candidates[line_at] = [
                self.pair(line_at, at)
                for at in np.flatnonzero(self._eligible.meeting(line)).tolist()
                if (line.line_id, self.talents[at].talent_id) not in self._pins
                and self._eligible.is_open(line, self.talents[at])
            ]
        return found

    def worth(self, line_at: int) -> int:
        """Points for serving all that the line asks for, the other terms aside."""
        return self.lines[line_at].value * sum(self.asked[line_at])

    def rank(self, line_at: int) -> tuple[bool, int]:
        """What to serve first: PM lines before those they carry, then the lines worth most."""
        return self.chained[line_at] is not None, -self.worth(line_at)

    def is_pinned(self, line_at: int, talent_at: int) -> bool:
        """Whether exactly this talent is pinned to the line."""
        pair = self.lines[line_at].line_id, self.talents[talent_at].talent_id
        return pair in self._pins

    def is_eligible(self, line_at: int, talent_at: int) -> bool:
        """Whether no condition fails for the pair; pins apart."""
        line, talent = self.lines[line_at], self.talents[talent_at]
        return bool(self._eligible.meeting(line)[talent_at]) and self._eligible.is_open(
            line, talent
        )

    def pair(self, line_at: int, talent_at: int) -> IndexedPair:
        """The worth and the months of any pair, eligible or not."""
        found = self._pairs.get((line_at, talent_at))
        if found is None:
            found = self._pairs[line_at, talent_at] = self._pair(line_at, talent_at)
        return found

    def _pair(self, line_at: int, talent_at: int) -> IndexedPair:
        line, talent = self.lines[line_at], self.talents[talent_at]
        weights, pairs = self.problem.weights, self._eligible.pairs
        overhead = pairs.overhead(line.line_id, talent.talent_id)
        own = pairs.points(line.line_id, talent.talent_id)
        previous: Previous | None = self._previous.get((line.line_id, talent.talent_id))
        seen = previous is not None and previous.seen
        keep = weights.keep_proposed if seen else weights.keep_drafted
        return IndexedPair(
            talent=talent_at,
            opening=partial(_opening, self._eligible, self.month_at, line, talent),
            rate=line.value + weights.fit * FORM_FIT[talent.form][line.nature],
            bonus=(keep if previous else 0) + own - weights.setup,
            own=own,
            overhead=tuple(overhead.get(m, 0) for m in self.months) if overhead else (),
            kept=tuple(previous.hours.get(m, 0) for m in self.months)
            if previous is not None and seen
            else (),
            keep_rate=weights.keep_hours if seen else 0,
        )


def _opening(
    eligibility: Eligibility, month_at: Mapping[Month, int], line: Line, talent: ProblemTalent
) -> tuple[tuple[int, int], ...]:
    # Of the problem's side alone: a pair that held the whole index would be garbage with it.
    return tuple((month_at[month], fewest) for month, fewest in eligibility.usable(line, talent))
