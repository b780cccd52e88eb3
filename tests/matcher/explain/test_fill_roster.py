"""A roster is filled as if every line were looked at again and again, in fewer looks."""

from collections.abc import Iterable
from random import Random

import pytest

from matcher.explain.fill_roster import filled
from matcher.roster.best_insertion import SHORT_LIST, best_insertion
from matcher.roster.greedy import greedy
from matcher.roster.insertion import Insertion
from matcher.roster.pair_insertion import split
from matcher.roster.roster import Roster
from matcher.roster.single_insertion import single
from tests.matcher.some_problems import some_problem


def filled_slowly(roster: Roster, *stages: Iterable[int]) -> Roster:
    """Every line of a stage, until a whole round brings nothing."""
    for stage in stages or (range(len(roster.left)),):
        todo, grew = list(stage), True
        while grew:
            grew = False
            for line in todo:
                offer = best_insertion(roster, line) if any(roster.left[line]) else None
                if offer and offer.points > 0:
                    roster.take(offer)
                    grew = True
    return roster


def best_of_all(roster: Roster, line: int) -> Insertion | None:
    """Everybody alone, and all twos of the short list, none left out."""
    places, need = roster.open_places(line), roster.need_of(line)
    if places <= 0 or not any(roster.left[line]):
        return None
    found, alone = None, []
    for pair in roster.numbered.candidates(line):
        offer = None if pair.talent in roster.on[line] else single(roster, line, pair, 1)
        if offer:
            alone.append((-offer.points, pair.talent, pair))
            if offer.quarters >= need and (found is None or offer.points > found.points):
                found = offer
    if places < 2:
        return found
    short = [pair for *_, pair in sorted(alone, key=lambda item: item[:2])[:SHORT_LIST]]
    for at, one in enumerate(short):
        for two in short[at + 1 :]:
            offer = split(roster, line, one, two)
            if offer and (found is None or offer.points > found.points):
                found = offer
    return found


def some_roster(seed: int) -> Roster:
    """A plan with holes: some of its work is taken away again."""
    some = some_problem(seed, requests=9, talents=7, months=4)
    roster, random = Roster(some, greedy(some)), Random(seed)
    for line, hands in enumerate(roster.on):
        for talent in sorted(hands):
            if not roster.numbered.is_pinned(line, talent) and random.random() < 0.4:
                roster.drop(line, talent)
    return roster


@pytest.mark.parametrize("seed", range(120))
def test_it_is_filled_as_in_whole_rounds(seed: int) -> None:
    roster = some_roster(seed)
    lines = list(range(len(roster.left)))
    Random(seed).shuffle(lines)
    stages = [(), (lines[1:], lines), ([lines[0]], range(len(lines)))][seed % 3]

    fast, slow = filled(roster.copy(), *stages), filled_slowly(roster.copy(), *stages)

    assert fast.assignments() == slow.assignments()
    assert fast.terms == slow.terms


@pytest.mark.parametrize("seed", range(120))
def test_nobody_better_is_left_out(seed: int) -> None:
    roster = some_roster(seed)
    for line in range(len(roster.left)):
        best, found = best_of_all(roster, line), best_insertion(roster, line)
        assert (best and best.points) == (found and found.points)
        assert best == found
