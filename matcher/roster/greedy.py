"""The greedy construction heuristic: keep what is valid of the last plan, then insert by line."""

import math
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from matcher.problem import Assignment, Problem
from matcher.roster.best_insertion import best_insertion
from matcher.roster.indexed_problem import IndexedProblem
from matcher.roster.roster import Roster
from matcher.roster.single_insertion import single
from matcher.search.first_plan import first_plan

#: From here on a pass over all lines takes a good part of a second: two have to do.
MANY_PAIRS = 20_000
#: So many lines times talents are left to compiled code, where that is at hand.
LARGE = 50_000


#: Whether time is up.
_Over = Callable[[], bool]


def greedy(
    problem: Problem, start: Sequence[Assignment] = (), seconds: float = math.inf
) -> tuple[Assignment, ...]:
    """A valid plan, pins included, that scores at least as much as the pins alone.

    `start` is kept as far as it is still valid; several orders are tried, the best is returned.
    After about so many seconds no more lines are inserted.
    """
    if len(problem.lines) * len(problem.talents) >= LARGE:
        made = first_plan(problem, start)
        if made is not None:
            return made
    end = monotonic() + seconds

    def over() -> bool:
        return monotonic() >= end

    numbered = IndexedProblem(problem)
    pins = Roster(numbered)
    ground = pins.copy()
    _keep(ground, start)
    found = pins
    for order, prices in _passes(numbered):
        roster = ground.copy()
        _fill(roster, order, prices, over)
        _refill(roster, over)
        if roster.score > found.score:
            found = roster
        if over():
            break
    return found.assignments()


def _keep(roster: Roster, start: Sequence[Assignment]) -> None:
    """Put back what is still valid of an earlier plan, PM lines before those they carry."""
    numbered = roster.numbered
    of_line: dict[int, list[Assignment]] = {}
    for assignment in start:
        line = numbered.line_at.get(assignment.line_id)
        if line is not None and assignment.talent_id in numbered.talent_at:
            of_line.setdefault(line, []).append(assignment)
    for line in sorted(of_line, key=lambda at: (numbered.chained[at] is not None, at)):
        if not roster.may_start(line):
            # Whoever served the PM line cannot: somebody else may, and the others stay.
            _insert_pm(roster, line)
        for assignment in of_line[line]:
            _keep_one(roster, line, assignment)
        if 0 < roster.total(line) < numbered.minimum[line]:
            for talent in list(roster.on[line]):
                roster.drop(line, talent)


def _insert_pm(roster: Roster, line: int) -> None:
    offers = [
        offer for pm in roster.numbered.chained[line] or () if (offer := best_insertion(roster, pm))
    ]
    if offers:
        roster.take(max(offers, key=lambda offer: offer.points))


def _keep_one(roster: Roster, line: int, assignment: Assignment) -> None:
    """Put one assignment back, its hours cut to what is free, asked and allowed now."""
    numbered = roster.numbered
    talent = numbered.talent_at[assignment.talent_id]
    pair = next((p for p in numbered.candidates(line) if p.talent == talent), None)
    if pair is None or talent in roster.on[line] or roster.open_places(line) < 1:
        return
    offer = single(roster, line, pair, 1)
    if offer is None:
        return
    least = dict(pair.months)
    most = offer.shares[0][1]
    hours = [
        amount if amount >= least.get(month, 1) else 0
        for month, amount in enumerate(
            min(assignment.hours.get(m, 0), most[at]) for at, m in enumerate(numbered.months)
        )
    ]
    if any(hours):
        roster.put(line, talent, hours)


def _passes(numbered: IndexedProblem) -> Iterator[tuple[list[int], list[int] | None]]:
    """Orders of the lines, PM lines before those they carry, with or without prices."""
    lines = range(len(numbered.lines))
    asked = [sum(row) for row in numbered.asked]
    # A PM line is worth what it carries.
    value = [
        max(numbered.lines[at].value, *(numbered.lines[e].value for e in numbered.carried[at]), 0)
        for at in lines
    ]
    dear = sorted(lines, key=lambda at: (-value[at], asked[at], at))
    yield _pm_first(numbered, dear), None
    # To ask who may serve each line takes its time in a large pool: not before the first plan.
    choices = [len(numbered.candidates(at)) for at in lines]
    prices = _prices(numbered, asked)
    rare = sorted(lines, key=lambda at: (choices[at], -value[at], at))
    large = sorted(lines, key=lambda at: (-value[at] * asked[at], choices[at], at))
    small = sorted(lines, key=lambda at: (asked[at], -value[at], at))
    passes = ((dear, prices), (large, prices), (rare, None), (small, prices))
    for order, price in passes[: 4 if sum(choices) < MANY_PAIRS else 1]:
        yield _pm_first(numbered, order), price


def _pm_first(numbered: IndexedProblem, order: list[int]) -> list[int]:
    """The same order, with each PM line moved before the first line that needs it."""
    done: dict[int, None] = {}
    for at in order:
        for pm in numbered.chained[at] or ():
            done.setdefault(pm)
        done.setdefault(at)
    return list(done)


def _prices(numbered: IndexedProblem, asked: list[int]) -> list[int]:
    """Points per quarter of each talent: dear where many lines compete for few hours."""
    claim = [0.0] * len(numbered.talents)
    for line, hours in enumerate(asked):
        pairs = numbered.candidates(line)
        for pair in pairs:
            claim[pair.talent] += hours / len(pairs)
    usual = sum(line.value for line in numbered.lines) // (2 * max(1, len(numbered.lines)))
    return [
        int(usual * min(2.0, claim[at] / max(1, sum(row)))) for at, row in enumerate(numbered.free)
    ]


def _fill(roster: Roster, order: list[int], prices: list[int] | None, over: _Over) -> None:
    for line in order:
        if over():
            return
        while (offer := best_insertion(roster, line, prices)) and offer.points > 0:
            roster.take(offer)


def _refill(roster: Roster, over: _Over) -> None:
    """Serve partly served lines anew, where that is worth more."""
    candidates = roster.numbered.candidates
    for line, left in enumerate(roster.left):
        if over():
            return
        movable = {pair.talent for pair in candidates(line)}
        mine = movable & roster.on[line].keys()
        if not mine or not any(left):
            continue
        before = roster.score
        hours = {talent: roster.drop(line, talent) for talent in sorted(mine)}
        while (offer := best_insertion(roster, line)) and offer.points > 0:
            roster.take(offer)
        if roster.score <= before:
            for talent in movable & roster.on[line].keys():
                roster.drop(line, talent)
            for talent, row in hours.items():
                roster.put(line, talent, row)
