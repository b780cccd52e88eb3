"""The roster keeps, step by step, what the checker computes from scratch."""

from itertools import combinations, product
from random import Random

import pytest

from matcher.check import faults, terms
from matcher.problem import Assignment, Problem
from matcher.roster.best_insertion import best_insertion
from matcher.roster.greedy import greedy
from matcher.roster.roster import Roster
from models.ids import LineId
from tests.matcher import make_problem as make
from tests.matcher.seeds import seeds
from tests.matcher.some_problems import plan_of, some_problem


@pytest.mark.parametrize("seed", range(60))
def test_the_score_stays_what_the_checker_says_however_hours_come_and_go(seed: int) -> None:
    problem, random = some_problem(seed), Random(seed)
    roster = Roster(problem)
    there = {pin.pair: pin for pin in problem.pins}
    pairs = [(line.line_id, t.talent_id) for line in problem.lines for t in problem.talents]
    for _ in range(60):
        pair = random.choice(pairs)
        if pair in there:
            assert roster.remove(*pair) == there.pop(pair).hours
        else:
            hours = {m: random.randint(1, 30) for m in problem.months if random.random() < 0.6}
            if not hours:
                continue
            there[pair] = Assignment(line_id=pair[0], talent_id=pair[1], hours=hours)
            roster.assign(*pair, hours)
        assert roster.terms == terms(problem, list(there.values()))
        assert roster.score == roster.terms.score
    assert {a.pair: a.hours for a in roster.assignments()} == {
        pair: a.hours for pair, a in there.items()
    }
    assert roster_of(problem, there.values()) == state(roster)


def test_a_copy_goes_its_own_way() -> None:
    problem = some_problem(3)
    roster = Roster(problem, greedy(problem))
    before = state(roster)
    twin = roster.copy()
    for assignment in twin.assignments():
        twin.remove(*assignment.pair)
    assert twin.score == 0
    assert state(roster) == before


@pytest.mark.parametrize("seed", seeds(50))
def test_the_best_insertion_is_the_best_of_all_there_are(seed: int) -> None:
    problem = some_problem(seed, requests=3, talents=3, months=2, scale=2)
    made = greedy(problem)
    pinned = {pin.pair for pin in problem.pins}
    for line in problem.lines:
        rest = [a for a in made if a.line_id != line.line_id or a.pair in pinned]
        roster = Roster(problem, rest)
        base = terms(problem, rest).score
        # A line that carries others is valid on its own only without them.
        if any(f for f in faults(problem, plan_of(problem, tuple(rest)))):
            continue
        best = max(
            (terms(problem, [*rest, *more]).score - base, len(more))
            for more in insertions(problem, line.line_id, rest)
        )
        found = best_insertion(roster, roster.numbered.line_at[line.line_id])
        if found is None:
            assert best[1] == 0
            continue
        roster.take(found)
        after = roster.assignments()
        assert faults(problem, plan_of(problem, after)) == []
        assert roster.score - base == found.points
        # Two are split as if all of one's hours past a fair share cost, or none.
        slack = problem.weights.balance * found.quarters if best[1] == 2 else 0
        if best[1]:
            assert best[0] - slack <= found.points <= best[0] or found.points <= 0 == best[0]


def test_two_who_share_a_line_keep_the_hours_that_people_have_seen() -> None:
    problem = make.problem(
        [make.talent("aya"), make.talent("ben")],
        [make.line("R1/1", asks=40, people=2)],
        previous=(make.before("R1/1", "aya", 12, 12), make.before("R1/1", "ben", 28, 28)),
    )
    roster = Roster(problem)
    found = best_insertion(roster, 0)
    assert found is not None
    roster.take(found)
    assert roster.assignments() == (
        make.works("R1/1", "aya", 12, 12),
        make.works("R1/1", "ben", 28, 28),
    )


def insertions(problem: Problem, line_id: str, rest: list[Assignment]) -> list[list[Assignment]]:
    """Every valid way to put nobody, one or two more talents on a line, hour by hour."""
    line = next(ln for ln in problem.lines if ln.line_id == line_id)
    on = {a.talent_id for a in rest if a.line_id == line_id}
    ways: list[list[Assignment]] = [[]]
    rows = [
        dict(zip(problem.months, amounts, strict=True))
        for amounts in product(*(range(line.hours.get(m, 0) + 1) for m in problem.months))
        if any(amounts)
    ]
    free = [t for t in problem.talents if t.talent_id not in on]
    alone: dict[str, list[Assignment]] = {}
    for talent in free:
        for row in rows:
            hours = {m: h for m, h in row.items() if h}
            more = Assignment.model_construct(
                line_id=LineId(line_id), talent_id=talent.talent_id, hours=hours
            )
            alone.setdefault(talent.talent_id, []).append(more)
    tries = [[one] for talent in alone.values() for one in talent]
    if line.people > 1:
        short = {
            t: [a for a in offers if bare_valid(problem, rest, a)] for t, offers in alone.items()
        }
        tries += [
            [one, two] for a, b in combinations(short.values(), 2) for one, two in product(a, b)
        ]
    ways += [more for more in tries if valid(problem, [*rest, *more])]
    return ways


def bare_valid(problem: Problem, rest: list[Assignment], one: Assignment) -> bool:
    """Whether nothing but the line's minimum speaks against one assignment."""
    found = faults(problem, plan_of(problem, (*rest, one)))
    return all("its minimum is" in fault for fault in found)


def valid(problem: Problem, made: list[Assignment]) -> bool:
    return not faults(problem, plan_of(problem, tuple(made)))


def roster_of(problem: Problem, assignments: object) -> tuple[object, ...]:
    """The state of a roster that took these assignments at once, pins that are gone left out."""
    bare = problem.model_copy(update={"pins": ()})
    return state(Roster(bare, assignments))  # type: ignore[arg-type]


def state(roster: Roster) -> tuple[object, ...]:
    return (
        roster.free,
        roster.left,
        roster.at_places,
        roster.served_of_place,
        roster.terms,
        [{t: tuple(hand.hours) for t, hand in sorted(hands.items())} for hands in roster.on],
    )
