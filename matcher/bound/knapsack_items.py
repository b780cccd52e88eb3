"""Items of the knapsacks: what each candidate may earn at most, and uses up at least."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.eligibility.eligibility import free
from matcher.eligibility.feasible_pairs import feasible_pairs
from matcher.eligibility.pair_table import PairTable
from matcher.mip.mip_candidates import Candidate
from matcher.problem import Hours, Line, Problem
from models.entities import Role
from models.ids import LineId, TalentId
from models.months import Month
from models.pool_settings import FORM_FIT

Ints = npt.NDArray[np.int64]

#: So many cells of all knapsacks take about a second to fill.
_TOO_MANY = 200_000_000


@dataclass(frozen=True, slots=True)
class Knapsack:
    """A talent's month: the items that use it up, and its quarters."""

    items: Ints
    weights: Ints
    capacity: int


@dataclass(frozen=True, slots=True)
class Items:
    """All candidates but the pins, by number; lines are numbers too."""

    pairs: tuple[tuple[LineId, TalentId], ...]
    points: Ints  #: no plan earns more by this pair
    line: Ints
    room: Ints  #: of each line: people who may join it
    bags: tuple[Knapsack, ...]
    light: Ints  #: items of no bag: they use nothing that is counted here
    fixed: int  #: points of the pins, at most


def is_whole(line: Line) -> bool:
    """Whether the line is served wholly or not at all, by one person, in one month."""
    months = sum(1 for hours in line.hours.values() if hours)
    return line.people == 1 and months == 1 and line.minimum == line.asked


def suits(problem: Problem) -> bool:
    """Whether knapsacks say much, and soon: most pairs that may work are of whole lines."""
    found = feasible_pairs(problem).line
    whole = np.array([is_whole(line) for line in problem.lines], bool)
    inside = int(whole[found].sum())
    largest = max((sum(talent.capacity.values()) for talent in problem.talents), default=0)
    return len(found) < 2 * inside and inside * largest < _TOO_MANY


def items(problem: Problem, offered: Sequence[Candidate]) -> Items:
    """The items of a problem. Lines that are not whole become light, which only raises a bound."""
    worth, own = _Worth(problem), PairTable(problem)
    loose = [c for c in offered if c.pin is None]
    line_at = {line.line_id: at for at, line in enumerate(problem.lines)}
    room = [line.people for line in problem.lines]
    used: defaultdict[tuple[TalentId, Month], int] = defaultdict(int)
    fixed = 0
    for c in offered:
        if c.pin is not None:
            room[line_at[c.line.line_id]] -= 1
            fixed += worth.of(c, dict(c.pin))
            overhead = own.overhead(c.line.line_id, c.talent.talent_id)
            for month, hours in c.pin.items():
                used[c.talent.talent_id, month] += hours + overhead.get(month, 0)
    within: defaultdict[tuple[TalentId, Month], list[tuple[int, int]]] = defaultdict(list)
    light = []
    for at, c in enumerate(loose):
        if not is_whole(c.line):
            light.append(at)
            continue
        for month in c.most:
            lost = own.overhead(c.line.line_id, c.talent.talent_id).get(month, 0)
            within[c.talent.talent_id, month].append((at, c.line.asked + lost))
    talents = {talent.talent_id: talent for talent in problem.talents}
    return Items(
        pairs=tuple((c.line.line_id, c.talent.talent_id) for c in loose),
        points=_row([worth.of(c, dict(c.most)) for c in loose]),
        line=_row([line_at[c.line.line_id] for c in loose]),
        room=_row([max(0, most) for most in room]),
        bags=tuple(
            Knapsack(
                _row([at for at, _ in inside]),
                _row([weight for _, weight in inside]),
                max(0, free(talents[talent_id], month) - used[talent_id, month]),
            )
            for (talent_id, month), inside in within.items()
        ),
        light=_row(light),
        fixed=fixed,
    )


class _Worth:
    """The points a pair can earn at most: every quarter in the first tier, every PM line covered.

    Load beyond a fair share would only cost.
    """

    def __init__(self, problem: Problem) -> None:
        self._weights, self._own = problem.weights, PairTable(problem)
        self._previous = {before.pair: before for before in problem.previous}
        self._produced = {ln.request_id for ln in problem.lines if ln.role is Role.PRODUCER}

    def of(self, candidate: Candidate, hours: Hours) -> int:
        line, talent, weights = candidate.line, candidate.talent, self._weights
        rate = line.value + weights.coverage + weights.fit * FORM_FIT[talent.form][line.nature]
        points = rate * sum(hours.values()) - weights.setup
        points += self._own.points(line.line_id, talent.talent_id)
        if line.role is not Role.PRODUCER and line.request_id in self._produced:
            points += weights.producer
        before = self._previous.get((line.line_id, talent.talent_id))
        if before is not None:
            points += weights.keep_proposed if before.seen else weights.keep_drafted
            if before.seen:
                kept = (min(h, before.hours.get(month, 0)) for month, h in hours.items())
                points += weights.keep_hours * sum(kept)
        return points


def _row(numbers: Sequence[int]) -> Ints:
    return np.array(numbers, np.int64)
