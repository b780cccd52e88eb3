"""Which pins contradict which rule, where no plan exists: each set is as small as can be.

Pins alone are valid but for the hours: no plan exists exactly where they ask a talent, or give a
line, more than there is in a month.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from matcher.eligibility.eligibility import free
from matcher.eligibility.pair_table import PairTable
from matcher.explanation import Contradiction, Held, PinLimit
from matcher.problem import Assignment, Problem
from models.months import Month


def contradictions(problem: Problem) -> tuple[Contradiction, ...]:
    """Every month of a talent or a line in which pins break a rule; empty: a plan exists."""
    return (*_of_talents(problem), *_of_lines(problem))


def _of_talents(problem: Problem) -> Iterator[Contradiction]:
    overhead, of = PairTable(problem), defaultdict(list)
    for pin in problem.pins:
        of[pin.talent_id].append(pin)
    for talent in problem.talents:
        for month in problem.months:
            uses = [
                (hours + overhead.overhead(*pin.pair).get(month, 0), pin)
                for pin in of[talent.talent_id]
                if (hours := pin.hours.get(month, 0))
            ]
            most = free(talent, month)
            if found := _least(uses, most):
                yield _said(PinLimit.CAPACITY, found, month, most)


def _of_lines(problem: Problem) -> Iterator[Contradiction]:
    of = defaultdict(list)
    for pin in problem.pins:
        of[pin.line_id].append(pin)
    for line in problem.lines:
        for month in problem.months:
            uses = [(pin.hours.get(month, 0), pin) for pin in of[line.line_id]]
            most = line.hours.get(month, 0)
            if found := _least([use for use in uses if use[0]], most):
                yield _said(PinLimit.DEMAND, found, month, most)


def _least(uses: Sequence[tuple[int, Assignment]], most: int) -> list[tuple[int, Assignment]]:
    """As few as break the limit, the largest first; empty where all of them keep it."""
    left = sorted(uses, key=lambda use: (use[0], use[1].pair))
    if sum(hours for hours, _ in left) <= most:
        return []
    for use in tuple(left):
        if sum(hours for hours, _ in left) - use[0] > most:
            left.remove(use)
    return left[::-1]


def _said(
    rule: PinLimit, uses: Sequence[tuple[int, Assignment]], month: Month, most: int
) -> Contradiction:
    first = uses[0][1]
    by_talent = rule is PinLimit.CAPACITY
    return Contradiction(
        rule=rule,
        talent_id=first.talent_id if by_talent else None,
        line_id=None if by_talent else first.line_id,
        month=month,
        pinned=sum(hours for hours, _ in uses),
        most=most,
        pins=tuple(Held(line_id=p.line_id, talent_id=p.talent_id) for _, p in uses),
    )
