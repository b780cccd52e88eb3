"""Arrays with a subset of the pairs, or with exclusive months made full, for the bound alone."""

import numpy as np

from matcher.arrays.arrays import F64, I64, Arrays


def filled(arrays: Arrays) -> Arrays:
    """The same problem, where an exclusive line takes all free hours of a month; for `relax` alone.

    Nothing else can use what it leaves.
    """
    month_free = arrays.free[arrays.talent]
    alone = (arrays.exclusive[arrays.line] > 0)[:, None] & (arrays.most > 0)
    return arrays._replace(overhead=np.where(alone, month_free - arrays.most, arrays.overhead))


def evenly(arrays: Arrays, some: int) -> I64:
    """So many pairs of each line at most, spread over all it has."""
    every = np.maximum(1, -(-np.diff(arrays.pairs) // some))[arrays.line]
    return np.flatnonzero((np.arange(len(arrays.line)) - arrays.pairs[arrays.line]) % every == 0)


def dearest(arrays: Arrays, worth: F64, some: int) -> I64:
    """So many pairs of each line at most: those that are worth most."""
    order = np.lexsort((-worth, arrays.line))
    rank = np.arange(len(order)) - arrays.pairs[arrays.line[order]]
    return order[rank < some]


def part(arrays: Arrays, at: I64) -> Arrays:
    """The same problem with these pairs alone, in order; for `relax` alone."""
    lines = len(arrays.place)
    ends = np.cumsum(np.bincount(arrays.line[at], minlength=lines))
    return arrays._replace(
        pairs=np.concatenate([[0], ends]).astype(np.int32),
        line=arrays.line[at],
        talent=arrays.talent[at],
        group=arrays.group[at],
        rate=arrays.rate[at],
        bonus=arrays.bonus[at],
        most=arrays.most[at],
        overhead=arrays.overhead[at],
        kept=arrays.kept[at],
    )
