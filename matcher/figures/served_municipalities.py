"""The municipalities that a plan serves, and the hours of each."""

from collections import defaultdict
from collections.abc import Iterable

from matcher.problem import Assignment, Line, Problem
from models.codes import MunicipalityCode
from models.hours import PER_HOUR


def served_municipalities(
    problem: Problem, assignments: Iterable[Assignment]
) -> frozenset[MunicipalityCode]:
    """The municipalities that get one hour at least."""
    lines = {line.line_id: line for line in problem.lines}
    given = quarters_by_municipality((lines[a.line_id], a.total) for a in assignments)
    return frozenset(code for code, amount in given.items() if amount >= PER_HOUR)


def quarters_by_municipality(
    amounts: Iterable[tuple[Line, int]],
) -> defaultdict[MunicipalityCode, int]:
    """Quarters of each municipality; those of a joint request count for each of its places."""
    found: defaultdict[MunicipalityCode, int] = defaultdict(int)
    for line, amount in amounts:
        for code in line.municipalities:
            # The prefecture itself asks too, and is not a municipality.
            if code[2:5] != "000":
                found[code] += amount
    return found
