"""A problem as arrays of integers: all that stays as it is while plans are searched.

Lines, talents, months and places are numbers. A pair is a line with a talent who may work on it;
the pairs of a line lie side by side. Pins are no pairs: what they use is taken off beforehand.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

I32: TypeAlias = npt.NDArray[np.int32]
I64: TypeAlias = npt.NDArray[np.int64]
F32: TypeAlias = npt.NDArray[np.float32]
F64: TypeAlias = npt.NDArray[np.float64]

#: Overhead of a month in which a pair cannot work: more than anybody has.
CLOSED = 1 << 29
#: Nothing: no request, no row of hours to keep.
NONE = -1


class Arrays(NamedTuple):
    """One problem. Hours are quarters, months count from 0; all arrays are of 32-bit integers."""

    # pairs
    line: I32
    talent: I32
    group: I32  #: the talent at the place of the line
    rate: I32  #: points per quarter, coverage and kept hours aside
    bonus: I32  #: points for the assignment as such
    most: I32  #: [pair, month] quarters it could work in some plan; 0: none
    overhead: I32  #: [pair, month] quarters of the talent used up by working there at all
    kept: I32  #: row of `seen`, or NONE
    seen: I32  #: [row, month] quarters that people have been shown
    # lines
    pairs: I32  #: first pair of each line, and the end
    seats: I32  #: first seat of each line, and the end: as many as people may join
    begin: I32  #: first month asked for
    end: I32  #: month after the last one asked for
    asked: I32  #: [line, month] quarters, pins taken off
    total: I32  #: quarters over all months, pins taken off
    least: I32  #: [line, month] fewest quarters of one person in the month
    minimum: I32  #: fewest quarters of a line that is started
    place: I32
    needs: I32  #: request whose PM must be there, or NONE
    leads: I32  #: request that is led by this line, or NONE
    guides: I32  #: request whose producer line this is, or NONE
    guided: I32  #: request whose producer line makes this line worth more, or NONE
    exclusive: I32  #: 1: who works there in a month works nowhere else in it
    # requests
    leader_at: I32  #: first of `leaders` of each request, and the end
    leaders: I32  #: PM lines
    follower_at: I32
    followers: I32  #: engineer lines that need them
    guide_at: I32
    guide: I32  #: producer lines
    under_at: I32
    under: I32  #: PM and engineer lines that are worth more with one of them
    # talents
    mine: I32  #: first of `of_talent` of each talent, and the end
    of_talent: I32  #: pairs, talent by talent
    free: I32  #: [talent, month] quarters, pins taken off
    at_once: I32  #: most places in a month
    fair: I32  #: quarters from which on each costs, pins taken off; may be below 0
    # places
    tier: I32  #: quarters of the first tier
    # what pins have done
    visits0: I32  #: [group, month] assignments
    places0: I32  #: [talent, month] places
    busy0: I32  #: [talent, month] assignments
    alone0: I32  #: [talent, month] exclusive assignments
    fill0: I32  #: [place] quarters
    led0: I32  #: [request] PM lines started
    guided0: I32  #: [request] producer lines started
    under0: I32  #: [request] PM and engineer lines started
    # points
    coverage: int  #: per quarter of the first tier
    keep_hours: int  #: per quarter that people have been shown
    producer: int  #: per line started beside a producer
    balance: int  #: cost of a quarter above what is fair
    score0: int  #: of the pins alone


class Prices(NamedTuple):
    """What scarce things cost, in points; zero where nothing is known."""

    hour: F64  #: [talent, month] per quarter
    visit: F64  #: [talent, month] per place
    tier: F64  #: [place] points per quarter of the first tier
    load: F64  #: [talent] per quarter of work, for the balance

    def times(self, part: float) -> "Prices":
        """A part of all prices."""
        return Prices(self.hour * part, self.visit * part, self.tier * part, self.load * part)


def no_prices(arrays: Arrays) -> Prices:
    """Everything is free."""
    return Prices(
        np.zeros(arrays.free.shape),
        np.zeros(arrays.free.shape),
        np.zeros(arrays.tier.shape),
        np.zeros(arrays.at_once.shape),
    )
