"""Which assignments a plan may open at all, and the most quarters each may take in each month.

What cannot be part of any plan is left out here, so that it never becomes a variable: months with
less than a block free, talents who cannot reach the minimum of a line for one person, lines that
nobody can start, engineer lines whose PM lines are all among those.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.eligible import Eligibility, free, least
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.entities import Role
from models.ids import LineId, RequestId, TalentId
from models.months import Month


@dataclass(frozen=True, slots=True)
class Candidate:
    """A talent who may work on a line: at most so many quarters in these months.

    The overhead of the pair is taken off already.
    """

    line: Line
    talent: ProblemTalent
    most: Mapping[Month, int]
    pin: Mapping[Month, int] | None = None  #: exactly these hours, where the pair is pinned


def candidates(problem: Problem) -> tuple[Candidate, ...]:
    """Every candidate that some plan may use; pins always."""
    talents = {talent.talent_id: talent for talent in problem.talents}
    pins = [p for p in problem.pins if p.total]
    pinned = {pin.pair for pin in problem.pins}
    left_of_talent = {(t.talent_id, m): free(t, m) for t in problem.talents for m in problem.months}
    left_of_line = {(line.line_id, m): h for line in problem.lines for m, h in line.hours.items()}
    pins_of: defaultdict[LineId, list[Assignment]] = defaultdict(list)
    eligibility = Eligibility(problem)
    for pin in pins:
        pins_of[pin.line_id].append(pin)
        overhead = eligibility.pairs.overhead(pin.line_id, pin.talent_id)
        for month, hours in _worked(pin).items():
            left_of_talent[pin.talent_id, month] -= hours + overhead.get(month, 0)
            left_of_line[pin.line_id, month] = left_of_line.get((pin.line_id, month), 0) - hours
    taken, busy = _exclusive_months(problem, pins)

    by_line: dict[LineId, list[Candidate]] = {}
    for line in problem.lines:
        mine = pins_of[line.line_id]
        fixed = [Candidate(line, talents[p.talent_id], _worked(p), _worked(p)) for p in mine]
        offered = []
        for talent in problem.talents if len(fixed) < line.people else ():
            pair = line.line_id, talent.talent_id
            if pair in pinned or eligibility.losses(line, talent):
                continue
            most = {}
            overhead = eligibility.pairs.overhead(line.line_id, talent.talent_id)
            closed = busy if line.exclusive else taken
            for month in eligibility.usable_months(line, talent):
                left = left_of_talent[talent.talent_id, month] - overhead.get(month, 0)
                room = min(left_of_line[line.line_id, month], left)
                if room >= least(problem, line, month) and (talent.talent_id, month) not in closed:
                    most[month] = room
            if most:
                offered.append(Candidate(line, talent, most))
        by_line[line.line_id] = fixed + (offered if fixed else _able_to_start(line, offered))
    _drop_without_pm(problem, by_line)
    return tuple(candidate for line in by_line.values() for candidate in line)


def among(offered: Iterable[Candidate], assignments: Iterable[Assignment]) -> tuple[Candidate, ...]:
    """The candidates of these assignments, in all their months: hours may still move."""
    pairs = {a.pair for a in assignments}
    return tuple(c for c in offered if c.pin or (c.line.line_id, c.talent.talent_id) in pairs)


def _worked(assignment: Assignment) -> dict[Month, int]:
    return {month: hours for month, hours in assignment.hours.items() if hours}


def _exclusive_months(
    problem: Problem, pins: Iterable[Assignment]
) -> tuple[set[tuple[TalentId, Month]], set[tuple[TalentId, Month]]]:
    """Months of talents that pins leave to nobody, and those that they leave to no exclusive line.

    The first are months in which a pin is exclusive, the second all months with a pin.
    """
    alone = {line.line_id for line in problem.lines if line.exclusive}
    busy = [(pin.line_id, pin.talent_id, month) for pin in pins for month in _worked(pin)]
    return {(t, m) for at, t, m in busy if at in alone}, {(t, m) for _, t, m in busy}


def _able_to_start(line: Line, offered: list[Candidate]) -> list[Candidate]:
    """The candidates of an untouched line, less those who cannot reach its minimum."""
    if line.people == 1:
        return [c for c in offered if sum(c.most.values()) >= line.minimum]
    reach = 0
    for month, asked in line.hours.items():
        best = sorted((c.most.get(month, 0) for c in offered), reverse=True)[: line.people]
        reach += min(asked, sum(best))
    return offered if reach >= line.minimum else []


def _drop_without_pm(problem: Problem, by_line: dict[LineId, list[Candidate]]) -> None:
    """Leave no unpinned engineer on a line whose request has no PM line that can start."""
    led: set[RequestId] = {
        line.request_id for line in problem.lines if line.role is Role.PM and by_line[line.line_id]
    }
    for line in problem.lines:
        if line.role is Role.ENGINEER and line.needs_pm and line.request_id not in led:
            by_line[line.line_id] = [c for c in by_line[line.line_id] if c.pin is not None]
