"""An upper bound by counting alone: loose, but there at once, whatever a solver does."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.eligibility.eligibility import free
from matcher.eligibility.feasible_pairs import feasible_pairs
from matcher.problem import Assignment, PairTerms, Previous, Problem
from models.entities import Form, Nature, Role
from models.pool_settings import FORM_FIT

Ints = npt.NDArray[np.int64]


class _OpenPairs(NamedTuple):
    """Every pair that may work, pins last; lines and talents are numbers."""

    line: Ints
    talent: Ints
    most: npt.NDArray[np.int32]  #: [pair, month] quarters
    name: Ints  #: line and talent in one number
    pinned: frozenset[int]  #: names of the pins


def combinatorial_bound(problem: Problem) -> int:
    """Points that no plan exceeds.

    Relaxes who serves whom: in each month all free hours of the talents go to the lines whose hours
    are worth most, at the best fit that anybody has who may work there. Set-up costs nothing, every
    first tier is reached while the hours last, and everything people have seen is kept. Producers
    cover all they could, hours above a fair share cost nothing. Pairs have no overhead, and each
    line has the people whose own points are most.
    """
    open_, weights = _open_pairs(problem), problem.weights
    points, hours = _worked(problem, open_)
    points += weights.coverage * min(hours, _tiers(problem))
    points += weights.producer * _coverable(problem)
    return points + _own(problem, open_) + _kept(problem, open_)


def _open_pairs(problem: Problem) -> _OpenPairs:
    found, pins = feasible_pairs(problem), [pin for pin in problem.pins if pin.total]
    most = [[pin.hours.get(month, 0) for month in problem.months] for pin in pins]
    name = _names(problem, pins)
    line, talent = np.divmod(name, max(1, len(problem.talents)))
    open_ = found.line.astype(np.int64) * max(1, len(problem.talents)) + found.talent
    return _OpenPairs(
        np.concatenate([found.line, line]),
        np.concatenate([found.talent, talent]),
        np.concatenate([found.most, np.array(most, np.int32).reshape(-1, len(problem.months))]),
        np.concatenate([open_, name]),
        frozenset(name.tolist()),
    )


def _names(problem: Problem, pairs: Iterable[Assignment | PairTerms | Previous]) -> Ints:
    lines = {line.line_id: at for at, line in enumerate(problem.lines)}
    talents = {talent.talent_id: at for at, talent in enumerate(problem.talents)}
    return _row(lines[p.line_id] * len(talents) + talents[p.talent_id] for p in pairs)


def _worked(problem: Problem, open_: _OpenPairs) -> tuple[int, int]:
    """Points of all hours given to the lines that are worth most, and how many hours that is."""
    months, lines = problem.months, problem.lines
    best = np.zeros(len(lines), np.int64)
    np.maximum.at(best, open_.line, _worth(problem, open_))
    order = np.argsort(-best, kind="stable")
    points = hours = 0
    for at, month in enumerate(months):
        most = open_.most[:, at]
        reach = np.bincount(open_.line, most, len(lines)).astype(np.int64)
        asked = np.minimum(reach, _row(line.hours.get(month, 0) for line in lines))[order]
        here = np.bincount(open_.talent, most > 0, len(problem.talents)) > 0
        supply = sum(free(problem.talents[talent], month) for talent in np.flatnonzero(here))
        given = np.clip(supply - (np.cumsum(asked) - asked), 0, asked)
        points += int((given * best[order]).sum())
        hours += int(given.sum())
    return points, hours


def _worth(problem: Problem, open_: _OpenPairs) -> Ints:
    """Points of a quarter of each pair."""
    forms, natures = list(Form), list(Nature)
    fit = np.array([[FORM_FIT[form][nature] for nature in natures] for form in forms], np.int64)
    form = _row(forms.index(talent.form) for talent in problem.talents)
    nature = _row(natures.index(line.nature) for line in problem.lines)
    value = _row(line.value for line in problem.lines)
    found = fit[form[open_.talent], nature[open_.line]]
    worth: Ints = value[open_.line] + problem.weights.fit * found
    return worth


def _own(problem: Problem, open_: _OpenPairs) -> int:
    """The points of pairs as such: all of the pins, the most of who may join them."""
    pairs = [pair for pair in problem.pairs if pair.points]
    names = _names(problem, pairs)
    gains: defaultdict[str, list[int]] = defaultdict(list)
    points = 0
    for pair, name, may in zip(pairs, names.tolist(), _is_in(names, open_.name), strict=True):
        if name in open_.pinned:
            points += pair.points
        elif may and pair.points > 0:
            gains[pair.line_id].append(pair.points)
    agreed = Counter(pin.line_id for pin in problem.pins if pin.total)
    for line in problem.lines:
        room = max(0, line.people - agreed[line.line_id])
        points += sum(sorted(gains[line.line_id], reverse=True)[:room])
    return points


def _kept(problem: Problem, open_: _OpenPairs) -> int:
    """Points for everything that people have seen, or that was drafted, and may stay."""
    weights, points = problem.weights, 0
    may = _is_in(_names(problem, problem.previous), open_.name)
    for before, stays in zip(problem.previous, may, strict=True):
        if stays:
            points += weights.keep_proposed if before.seen else weights.keep_drafted
            points += weights.keep_hours * before.total if before.seen else 0
    return points


def _coverable(problem: Problem) -> int:
    """Lines that a producer could cover."""
    covered = {line.request_id for line in problem.lines if line.role is Role.PRODUCER}
    others = [line for line in problem.lines if line.role is not Role.PRODUCER]
    return sum(line.request_id in covered for line in others)


def _tiers(problem: Problem) -> int:
    asked: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for line in problem.lines:
        asked[line.municipalities] += line.asked
    return sum(total * problem.weights.coverage_percent // 100 for total in asked.values())


def _is_in(names: Ints, known: Ints) -> list[bool]:
    # There are few names besides those known; a table is quicker than sorting.
    return np.isin(names, known, kind="table").tolist() if len(names) else []


def _row(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)
