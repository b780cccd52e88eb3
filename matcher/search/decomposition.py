"""A pool cut into two problems of their own, so that each core can better one of them.

A region has about half of the talents, and the places where mostly they work. Whatever crosses the
cut stays as it is, as a pin on both sides; the next cut runs elsewhere.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.arrays.arrays import F64, I64, Prices
from matcher.building.problem_part import hours_used, problem_part, with_no_hours_but
from matcher.eligibility.pair_table import PairTable
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.entities import Role
from models.ids import LineId, TalentId

#: Fewer places are searched as a whole.
_FEW = 8
#: How often people and places move towards those they work with before the cut is made.
_GATHERED = 4

Municipalities = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """One side of a cut."""

    problem: Problem  #: its lines and people; what crosses the cut is pinned
    moving: tuple[Assignment, ...]  #: what may change


def divisible(problem: Problem) -> bool:
    """Whether all lines of a request are at one place, so that no rule but hours crosses a cut.

    And whether there are places enough to be cut: a side without any would have nothing to do.
    """
    places = {(line.request_id, line.municipalities) for line in problem.lines}
    apart = len(places) == len({line.request_id for line in problem.lines})
    return apart and len(_places(problem)) >= _FEW


def cut(
    problem: Problem, assignments: Sequence[Assignment], seed: int
) -> tuple[tuple[Region, Region], tuple[Assignment, ...]]:
    """Two regions of a valid plan, and the assignments that are in neither's hands."""
    lines = {line.line_id: line for line in problem.lines}
    people, places = _sides(problem, lines, assignments, seed)
    pinned = {pin.pair for pin in problem.pins}
    crossed = {
        a.line_id
        for a in assignments
        if a.pair not in pinned and people[a.talent_id] != places[lines[a.line_id].municipalities]
    }
    # Who leads an engineer that stays must stay too.
    led = {lines[line_id].request_id for line_id in crossed if lines[line_id].role is Role.ENGINEER}
    crossed |= {ln.line_id for ln in problem.lines if ln.role is Role.PM and ln.request_id in led}
    stays = {a.pair for a in assignments if a.line_id in crossed} | pinned
    moving = [a for a in assignments if a.pair not in stays]
    still = tuple(a for a in assignments if a.pair in stays)
    own = PairTable(problem)
    regions = []
    for side in (False, True):
        of_side = _Side(problem, lines, own, people, places, side)
        mine = tuple(a for a in moving if people[a.talent_id] == side)
        regions.append(Region(of_side.problem(still), mine))
    return (regions[0], regions[1]), still


def prices_of(prices: Prices, whole: Problem, part: Problem) -> Prices:
    """The prices of a region, from those of the pool."""
    talents = {talent.talent_id: at for at, talent in enumerate(whole.talents)}
    places = {place: at for at, place in enumerate(_places(whole))}
    people = [talents[talent.talent_id] for talent in part.talents]
    tiers = [places[place] for place in _places(part)]
    return Prices(
        prices.hour[people], prices.visit[people], prices.tier[tiers], prices.load[people]
    )


class _Side:
    """The problem of one side of a cut."""

    def __init__(
        self,
        problem: Problem,
        lines: dict[LineId, Line],
        own: PairTable,
        people: dict[TalentId, bool],
        places: dict[Municipalities, bool],
        side: bool,
    ) -> None:
        self._problem, self._lines, self._own = problem, lines, own
        self._people, self._places, self._side = people, places, side

    def problem(self, still: Sequence[Assignment]) -> Problem:
        """Lines and people of this side, and what of the other stands on them."""
        pins = [a for a in still if self._is_mine(a)]
        apart = [pin for pin in self._problem.pins if not pin.total and self._is_mine(pin)]
        pinned = Counter(pin.line_id for pin in pins)
        lines = tuple(
            line
            if self._places[line.municipalities] == self._side
            # Nobody of this side joins a line of the other.
            else line.model_copy(update={"people": pinned[line.line_id]})
            for line in self._problem.lines
            if self._places[line.municipalities] == self._side or pinned[line.line_id]
        )
        return problem_part(
            self._problem,
            lines=lines,
            talents=self._talents(pins),
            pins=(*pins, *apart),
        )

    def _is_mine(self, a: Assignment) -> bool:
        place = self._lines[a.line_id].municipalities
        return self._people[a.talent_id] == self._side or self._places[place] == self._side

    def _talents(self, pins: Sequence[Assignment]) -> list[ProblemTalent]:
        """Those of this side; of the other, who is pinned here, with no hour to spare."""
        taken = hours_used(pins, self._own)
        return [
            talent
            if self._people[talent.talent_id] == self._side
            else with_no_hours_but(talent, taken[talent.talent_id])
            for talent in self._problem.talents
            if self._people[talent.talent_id] == self._side or talent.talent_id in taken
        ]


def _sides(
    problem: Problem,
    lines: dict[LineId, Line],
    assignments: Sequence[Assignment],
    seed: int,
) -> tuple[dict[TalentId, bool], dict[Municipalities, bool]]:
    """On which side everybody and every place is: those who work together mostly on the same."""
    names = _places(problem)
    place_at = {place: at for at, place in enumerate(names)}
    talent_at = {talent.talent_id: at for at, talent in enumerate(problem.talents)}
    who = np.array([talent_at[a.talent_id] for a in assignments], np.int64)
    where = np.array([place_at[lines[a.line_id].municipalities] for a in assignments], np.int64)
    chance = np.random.default_rng(seed)
    people, places = chance.random(len(talent_at)), chance.random(len(names))
    for _ in range(_GATHERED):
        places = _ranked(_mean(people, who, where, places))
        people = _ranked(_mean(places, where, who, people))
    return (
        {talent: bool(people[at] >= 0.5) for talent, at in talent_at.items()},
        {place: bool(places[at] >= 0.5) for place, at in place_at.items()},
    )


def _mean(of: F64, who: I64, where: I64, now: F64) -> F64:
    """The mean of those who work there; who has nobody stays."""
    count = np.bincount(where, minlength=len(now))
    total = np.bincount(where, of[who], minlength=len(now))
    mean: F64 = np.where(count > 0, total / np.maximum(1, count), now)
    return mean


def _ranked(values: F64) -> F64:
    """From 0 to 1 in the order of the values: half of them on each side of the middle."""
    ranks: F64 = np.argsort(np.argsort(values)) / max(1, len(values))
    return ranks


def _places(problem: Problem) -> list[Municipalities]:
    """In the order in which lines name them, as the arrays have them."""
    return list(dict.fromkeys(line.municipalities for line in problem.lines))
