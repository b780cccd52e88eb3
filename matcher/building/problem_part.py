"""A part of a problem as a problem of its own, what the rest takes from its people held back.

The one place that cuts: repair cuts around a change, the search cuts a pool in two, explanations
cut out what a change could move.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from matcher.eligibility.pair_table import PairTable
from matcher.problem import Assignment, Bar, Line, PairTerms, Previous, Problem, ProblemTalent
from models.ids import TalentId
from models.months import Month

T = TypeVar("T", Assignment, PairTerms, Bar, Previous)
#: Quarters of each talent in each month.
Used = Mapping[TalentId, Mapping[Month, int]]


def problem_part(
    problem: Problem,
    *,
    lines: Sequence[Line],
    talents: Sequence[ProblemTalent],
    pins: Iterable[Assignment],
    pairs: Iterable[PairTerms] | None = None,
    bars: Iterable[Bar] | None = None,
    previous: Iterable[Previous] | None = None,
) -> Problem:
    """The problem of these lines and people alone; what names others is left out.

    What is not given is the problem's own. Nothing is validated anew: a part of what is valid is.
    """
    here = {line.line_id for line in lines}
    who = {talent.talent_id for talent in talents}

    def inside(found: Iterable[T]) -> tuple[T, ...]:
        return tuple(one for one in found if one.line_id in here and one.talent_id in who)

    return problem.model_copy(
        update={
            "lines": tuple(lines),
            "talents": tuple(talents),
            "pins": inside(pins),
            "pairs": inside(problem.pairs if pairs is None else pairs),
            "bars": inside(problem.bars if bars is None else bars),
            "previous": inside(problem.previous if previous is None else previous),
        }
    )


def hours_used(assignments: Iterable[Assignment], pairs: PairTable) -> Used:
    """Quarters that these assignments take of their people, overhead of the pairs included."""
    used: defaultdict[TalentId, Counter[Month]] = defaultdict(Counter)
    for a in assignments:
        lost = pairs.overhead(a.line_id, a.talent_id)
        for month, hours in a.hours.items():
            used[a.talent_id][month] += hours + lost.get(month, 0)
    return used


def with_no_hours_but(talent: ProblemTalent, used: Mapping[Month, int]) -> ProblemTalent:
    """The talent with these hours for lines and no other, so that nobody can ask them for more."""
    capacity = {month: hours + talent.overhead for month, hours in used.items()}
    return talent.model_copy(update={"capacity": capacity})


def with_hours_less(talent: ProblemTalent, used: Mapping[Month, int]) -> ProblemTalent:
    """The talent with the hours that this leaves them."""
    if not used:
        return talent
    months = talent.capacity.keys() | used.keys()
    capacity = {m: max(0, talent.capacity.get(m, 0) - used.get(m, 0)) for m in sorted(months)}
    return talent.model_copy(update={"capacity": capacity})
