"""Which pairs a bound looks at first, and what an exclusive month takes."""

import numpy as np

from matcher.arrays.encode import encode
from matcher.bound.pair_subset import dearest, evenly, filled, part
from tests.matcher.make_problem import JUL, line, problem, talent

OF = problem(
    [talent(name, free=60) for name in ("aya", "ben", "chie", "dai")],
    [line("R1/1"), line("R2/1", asks={JUL: 20}, exclusive=True)],
)
ARRAYS = encode(OF).arrays


def test_some_pairs_of_each_line_are_taken_evenly() -> None:
    assert evenly(ARRAYS, 2).tolist() == [0, 2, 4, 6]


def test_the_dearest_pairs_of_each_line_are_found() -> None:
    worth = np.array([1.0, 4, 3, 2, 8, 5, 6, 7])

    assert sorted(dearest(ARRAYS, worth, 2)) == [1, 2, 4, 7]


def test_a_part_keeps_the_lines_and_their_pairs_in_order() -> None:
    some = part(ARRAYS, np.array([1, 2, 6]))

    assert some.pairs.tolist() == [0, 2, 3]
    assert some.talent.tolist() == [1, 2, 2]


def test_an_exclusive_line_fills_its_months_and_no_others() -> None:
    full = filled(ARRAYS)

    assert (full.most[4:, 0] + full.overhead[4:, 0]).tolist() == [60] * 4
    assert np.array_equal(full.overhead[:4], ARRAYS.overhead[:4])
    assert np.array_equal(full.overhead[4:, 1], ARRAYS.overhead[4:, 1])
