"""Each term of the model is worth what the checker says, on a forced plan."""

import pytest

from matcher.board import Board
from matcher.check import terms
from matcher.terms import TERMS, coverage, fit, served, stability
from models.pool import Weights
from tests.matcher.boards import most
from tests.matcher.make_problem import (
    MATSUMOTO,
    UEDA,
    before,
    line,
    problem,
    talent,
    works,
)

LINES = [line("R1/1", asks=20, value=130), line("R2/1", asks=10, municipalities=(MATSUMOTO, UEDA))]


def forced(of, *assignments):
    board = Board(of)
    made = {a.pair: a.hours for a in assignments}
    for seat in board.seats:
        pair = seat.line.line_id, seat.talent.talent_id
        board.fix(*pair, made.get(pair, {}))
    return board


def test_served_earns_the_value_of_the_line_for_every_quarter():
    board = forced(problem([talent()], LINES), works("R1/1", "aya", 10, 5))

    assert most(board, served(board)) == 15 * 130


@pytest.mark.parametrize(("hours", "points"), [(15, 50 * 15), (20, 50 * 20), (24, 50 * 20)])
def test_coverage_earns_up_to_the_first_tier_of_a_place(hours, points):
    board = forced(problem([talent()], LINES), works("R1/1", "aya", 12, hours - 12))

    assert most(board, coverage(board)) == points


def test_the_first_tier_is_rounded_down():
    of = problem([talent()], [line(asks=7)], weights=Weights(coverage_percent=40))
    board = forced(of, works("R1/1", "aya", 7, 7))

    assert most(board, coverage(board)) == 50 * 5


def test_stability_earns_for_pairs_that_stay_and_for_hours_that_people_have_seen():
    of = problem(
        [talent()],
        LINES,
        previous=[before("R1/1", "aya", 8, 8), before("R2/1", "aya", 8, seen=False)],
    )
    board = forced(of, works("R1/1", "aya", 12, 5), works("R2/1", "aya", 8))

    assert most(board, stability(board)) == 4000 + 5 * (8 + 5) + 400


def test_fit_earns_for_the_form_and_costs_for_every_face():
    of = problem([talent(form="side_job")], [line(nature="project")])
    board = forced(of, works("R1/1", "aya", 10, 5))

    assert most(board, fit(board)) == 15 * 10 - 200


def test_the_terms_of_the_model_are_the_terms_of_the_checker():
    of = problem(
        [talent(), talent("ben", form="contract")],
        LINES,
        previous=[before("R1/1", "aya", 8, 8), before("R2/1", "ben", 3)],
    )
    made = works("R1/1", "aya", 12, 5), works("R2/1", "ben", 8, 4)
    board = forced(of, *made)

    ours = {term.__name__: most(board, term(board)) for term in TERMS}

    assert ours == pytest.approx(terms(of, made).model_dump())
