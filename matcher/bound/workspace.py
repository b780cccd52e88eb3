"""Scratch buffers for one line's subproblem, used anew for each."""

from typing import NamedTuple

import numpy as np

from matcher.arrays.arrays import F64, I32, Arrays
from matcher.bound.month_cover import Offers, new_offers

#: Stretches of two people in one month, at most.
_STRETCHES = 4


class Workspace(NamedTuple):
    """One line, whose numbers are those of the last one asked about."""

    worth: F64  #: [pair] no less than the value of the pair if the line had no minimum
    steep: F64  #: [pair of a line, month] points of a quarter
    upto: F64  #: [pair of a line, month] quarters
    flat: F64  #: [pair of a line] points besides, no less than true
    slope: F64  #: points a quarter, of stretches that cost something
    length: F64  #: quarters of those
    owner: I32  #: 0 or 1: the first or the second of two
    month: I32
    hours: F64  #: [0 or 1, month] the answer
    comes: F64  #: [0 or 1, month] how far they come: the part of what that costs
    order: I32  #: [pair of a line]
    part: F64  #: [stretch, what] one month at work: points a quarter, length, owner
    offers: Offers


def new_workspace(arrays: Arrays) -> Workspace:
    """Buffers large enough for any line."""
    months = arrays.overhead.shape[1]
    most = int(np.diff(arrays.pairs).max(initial=0))
    many = _STRETCHES * months
    return Workspace(
        np.zeros(len(arrays.line)),
        np.zeros((most, months)),
        np.zeros((most, months)),
        np.zeros(most),
        np.zeros(many),
        np.zeros(many),
        np.zeros(many, np.int32),
        np.zeros(many, np.int32),
        np.zeros((2, months)),
        np.zeros((2, months)),
        np.zeros(most, np.int32),
        np.zeros((_STRETCHES, 3)),
        new_offers(months),
    )
