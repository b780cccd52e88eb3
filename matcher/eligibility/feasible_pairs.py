"""The feasible pairs of a problem as arrays: eligibility of all pairs and months at once.

Equal to asking `Eligibility` about every pair, which takes a minute in a pool of a million pairs.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from matcher.eligibility.conditions import PAIR_CONDITIONS, ConditionTable
from matcher.eligibility.eligibility import free, is_trained, least
from matcher.problem import Assignment, Hours, Line, Problem
from matcher.runtime.per_problem_cache import per_problem
from models.entities import Role
from models.ids import LineId

I32: TypeAlias = npt.NDArray[np.int32]
Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class FeasiblePairs:
    """Pairs some plan may use, pins aside, ordered by line and talent, which are numbers here."""

    line: I32
    talent: I32
    most: I32  #: [pair, month] quarters the pair may work, 0: none; its overhead is taken off
    overhead: I32  #: [pair, month] that overhead


class _Pool:
    """What is asked of a problem line after line, looked up once."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.months = problem, problem.months
        talents = problem.talents
        self.line_at = {line.line_id: at for at, line in enumerate(problem.lines)}
        self.talent_at = {talent.talent_id: at for at, talent in enumerate(talents)}
        shape = len(talents), len(self.months)
        self.free = _grid([[free(t, m) for m in self.months] for t in talents], shape)
        trained = [[is_trained(problem, t, m) for m in self.months] for t in talents]
        self.closed = ~np.array(trained, bool).reshape(shape)
        shape = len(problem.lines), len(self.months)
        self.asked = _grid([self.row(line.hours) for line in problem.lines], shape)
        self.least = _grid(
            [[least(problem, x, m) for m in self.months] for x in problem.lines], shape
        )
        self._table = ConditionTable(problem)
        self.overhead: defaultdict[LineId, list[tuple[int, Hours]]] = defaultdict(list)
        for pair in problem.pairs:
            if pair.overhead:
                self.overhead[pair.line_id].append((self.talent_at[pair.talent_id], pair.overhead))
        self.barred: defaultdict[LineId, list[tuple[int, I32]]] = defaultdict(list)
        for bar in problem.bars:
            months = [at for at, m in enumerate(self.months) if not bar.months or m in bar.months]
            self.barred[bar.line_id].append((self.talent_at[bar.talent_id], _row(months)))
        self._take(problem.pins)

    def row(self, hours: Hours) -> list[int]:
        """Quarters of every month."""
        return [hours.get(month, 0) for month in self.months]

    def meeting(self, line: Line) -> I32:
        """Talents who meet every condition of a pair as such."""
        able = np.logical_and.reduce([self._table.holds(c, line) for c in PAIR_CONDITIONS])
        return _row(np.flatnonzero(able))

    def overhead_of(self, line: Line) -> I32:
        """[talent, month] quarters lost to a month of work on the line."""
        lost = np.zeros(self.free.shape, np.int32)
        for talent, hours in self.overhead[line.line_id]:
            lost[talent] = self.row(hours)
        return lost

    def _take(self, pins: Iterable[Assignment]) -> None:
        """Take off what pins use; the months they leave to no other, or to no exclusive line."""
        self.free_left, self.asked_left = self.free.copy(), self.asked.copy()
        self.alone, self.busy = np.zeros((2, *self.free.shape), bool)
        self.pinned: defaultdict[LineId, set[int]] = defaultdict(set)
        self.apart: defaultdict[LineId, set[int]] = defaultdict(set)
        for pin in pins:
            if not pin.total:  # keeps the pair apart
                self.apart[pin.line_id].add(self.talent_at[pin.talent_id])
                continue
            line, talent = self.line_at[pin.line_id], self.talent_at[pin.talent_id]
            hours = _row(self.row(pin.hours))
            works = hours > 0
            lost = self.overhead_of(self.problem.lines[line])[talent] * works
            self.free_left[talent] -= hours + lost
            self.asked_left[line] -= hours
            self.busy[talent] |= works
            self.alone[talent] |= works & self.problem.lines[line].exclusive
            self.pinned[pin.line_id].add(talent)


@per_problem
def feasible_pairs(problem: Problem) -> FeasiblePairs:
    """Every pair that some plan may use, besides the pins."""
    pool = _Pool(problem)
    found = [_of_line(pool, at, line) for at, line in enumerate(problem.lines)]
    led = {
        line.request_id
        for line, (talents, _, _) in zip(problem.lines, found, strict=True)
        if line.role is Role.PM and (len(talents) or line.line_id in pool.pinned)
    }
    for at, line in enumerate(problem.lines):
        if line.role is Role.ENGINEER and line.needs_pm and line.request_id not in led:
            found[at] = _none(pool)
    counts = [len(talents) for talents, _, _ in found]
    empty = _none(pool)
    return FeasiblePairs(
        line=np.repeat(np.arange(len(counts), dtype=np.int32), counts),
        talent=np.concatenate([empty[0], *(talents for talents, _, _ in found)]),
        most=np.concatenate([empty[1], *(most for _, most, _ in found)]),
        overhead=np.concatenate([empty[2], *(overhead for _, _, overhead in found)]),
    )


def _none(pool: _Pool) -> tuple[I32, I32, I32]:
    rows = np.zeros((0, len(pool.months)), np.int32)
    return _row([]), rows, rows


def _of_line(pool: _Pool, at: int, line: Line) -> tuple[I32, I32, I32]:
    """Talents for a line, the most of each in each month, and what a month costs them."""
    pinned = pool.pinned.get(line.line_id, set())
    if len(pinned) >= line.people:
        return _none(pool)
    who = pool.meeting(line)
    if gone := pinned | pool.apart.get(line.line_id, set()):
        who = who[~np.isin(who, _row(sorted(gone)))]
    lost = (
        pool.overhead_of(line)[who]
        if line.line_id in pool.overhead
        else np.zeros((len(who), len(pool.months)), np.int32)
    )
    block = pool.least[at]
    shut = pool.closed[who] | (pool.busy if line.exclusive else pool.alone)[who]
    for talent, months in pool.barred.get(line.line_id, ()):
        shut[np.ix_(who == talent, months)] = True
    shut |= pool.asked[at] == 0
    most = np.minimum(pool.asked_left[at], pool.free_left[who] - lost)
    most = np.where(shut | (most < block), 0, most).astype(np.int32)
    able = most.any(1)
    if not pinned:
        able &= _able(line, pool.asked[at], most)
    return who[able], most[able], lost[able]


def _able(line: Line, asked: I32, most: I32) -> Flags:
    """Who can be among those that start an untouched line."""
    if line.people == 1:
        alone: Flags = most.sum(1) >= line.minimum
        return alone
    best = np.sort(most, axis=0)[-line.people :].sum(0, dtype=np.int64)
    reach = int(np.minimum(best, asked).sum())
    return np.full(len(most), reach >= line.minimum)


def _row(values: Iterable[int]) -> I32:
    return np.fromiter(values, np.int32)


def _grid(rows: list[list[int]], shape: tuple[int, int]) -> I32:
    return np.array(rows, np.int32).reshape(shape)
