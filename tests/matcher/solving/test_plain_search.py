from random import Random

from matcher.check import faults, terms
from matcher.roster.greedy import greedy
from matcher.solving.plain_search import Search
from tests.matcher.brute import tiny
from tests.matcher.make_problem import plan
from tests.matcher.pools import pool


def test_the_search_is_valid_and_never_worse_than_its_start():
    for seed in range(60):
        of = tiny(seed)
        start = greedy(of)
        if faults(of, plan(of, *start)):
            continue  # pins that contradict each other

        found = Search(of, start, Random(seed)).run(0.02)

        assert faults(of, plan(of, *found)) == [], f"seed {seed}"
        assert terms(of, found).score >= terms(of, start).score


def test_what_the_search_has_undone_leaves_no_trace():
    of = pool(3, requests=30)
    search = Search(of, greedy(of), Random(0))

    search.run(0.3)

    counted, by_hand = search.roster.terms, terms(of, search.roster.assignments())
    assert counted == by_hand
    assert faults(of, plan(of, *search.roster.assignments())) == []


def test_the_search_gains_on_a_pool_of_today():
    of = pool(3)
    start = greedy(of)

    found = Search(of, start, Random(0)).run(1.0)

    assert terms(of, found).score > 1.02 * terms(of, start).score
