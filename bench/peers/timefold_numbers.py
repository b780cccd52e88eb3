"""A problem as the whitespace-separated numbers the Java peer reads, and its answer as a plan."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from matcher.eligibility.eligibility import free, least
from matcher.eligibility.pair_table import PairTable
from matcher.mip.mip_candidates import Candidate, candidates
from matcher.problem import Assignment, Line, Previous, Problem
from models.entities import Role
from models.ids import LineId, TalentId
from models.months import Month
from models.pool_settings import FORM_FIT

Pair = tuple[LineId, TalentId]


def numbers(problem: Problem) -> str:
    """Weights, talents, places, requests, lines with their pairs, pinned places; in this order."""
    return "\n".join(" ".join(map(str, row)) for row in _rows(problem)) + "\n"


def plan(problem: Problem, answer: str) -> tuple[Assignment, ...]:
    """The pins, and a line of text for each assignment: line, talent, hours by month."""
    made = [pin for pin in problem.pins if pin.total]
    for text in answer.splitlines():
        line, talent, *hours = (int(number) for number in text.split())
        found = {month: h for month, h in zip(problem.months, hours, strict=True) if h}
        if found:
            made.append(
                Assignment(
                    line_id=problem.lines[line].line_id,
                    talent_id=problem.talents[talent].talent_id,
                    hours=found,
                )
            )
    return tuple(made)


def _rows(problem: Problem) -> Iterator[list[int]]:
    weights, months = problem.weights, problem.months
    talent_at = {talent.talent_id: at for at, talent in enumerate(problem.talents)}
    place_at: dict[tuple[str, ...], int] = {}
    request_at: dict[str, int] = {}
    asked: defaultdict[int, int] = defaultdict(int)
    for line in problem.lines:
        place = place_at.setdefault(line.municipalities, len(place_at))
        request_at.setdefault(line.request_id, len(request_at))
        asked[place] += line.asked
    pins = [pin for pin in problem.pins if pin.total]
    line_of = {line.line_id: line for line in problem.lines}
    used = {(p.talent_id, month): 0 for p in pins for month in months}
    fixed: defaultdict[int, int] = defaultdict(int)
    led = dict.fromkeys(range(len(request_at)), 0)
    load: Counter[str] = Counter()
    own = PairTable(problem)
    for pin in pins:
        line = line_of[pin.line_id]
        load[pin.talent_id] += pin.total
        overhead = own.overhead(*pin.pair)
        fixed[place_at[line.municipalities]] += pin.total
        led[request_at[line.request_id]] += line.role is Role.PM
        for month, hours in pin.hours.items():
            used[pin.talent_id, month] += hours + (overhead.get(month, 0) if hours else 0)
    general = [len(months), weights.coverage, weights.setup, weights.keep_hours]
    yield [*general, weights.producer, weights.balance]
    yield [len(problem.talents)]
    for talent in problem.talents:
        room = [free(talent, month) - used.get((talent.talent_id, month), 0) for month in months]
        share = weights.balance_percent * sum(free(talent, month) for month in months) // 100
        yield [talent.municipalities_at_once, share, load[talent.talent_id], *room]
    yield [len(place_at)]
    yield [asked[place] * weights.coverage_percent // 100 for place in place_at.values()]
    yield [fixed[place] for place in place_at.values()]
    yield [len(request_at), *led.values()]
    started = {line_of[pin.line_id].line_id for pin in pins}
    yield from _started(problem, request_at, started)
    offered: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates(problem):
        offered[candidate.line.line_id].append(candidate)
    previous = {before.pair: before for before in problem.previous}
    yield [len(problem.lines)]
    for line in problem.lines:
        seats = [c for c in offered[line.line_id] if c.pin is None]
        here = [pin for pin in pins if pin.line_id == line.line_id]
        engineer = line.role is Role.ENGINEER and line.needs_pm
        yield [
            place_at[line.municipalities],
            request_at[line.request_id],
            max(0, line.people - len(here)),
            line.minimum,
            int(bool(here)),
            int(engineer),
            int(line.role is Role.PM),
            int(line.role is Role.PRODUCER),
            int(line.exclusive),
            *(line.hours.get(month, 0) for month in months),
            *(sum(pin.hours.get(month, 0) for pin in here) for month in months),
        ]
        yield [len(seats)]
        for seat in seats:
            yield [talent_at[seat.talent.talent_id], *_pair(problem, line, seat, previous, own)]
    visits = [
        [talent_at[pin.talent_id], at, place_at[line_of[pin.line_id].municipalities]]
        for pin in pins
        for at, month in enumerate(months)
        if pin.hours.get(month)
    ]
    yield [len(visits)]
    yield from visits


def _pair(
    problem: Problem, line: Line, seat: Candidate, previous: dict[Pair, Previous], own: PairTable
) -> list[int]:
    """Points per quarter and of the pair; most, least, seen and lost quarters by month."""
    weights, months = problem.weights, problem.months
    pair = line.line_id, seat.talent.talent_id
    before = previous.get(pair)
    bonus, overhead = 0, own.overhead(*pair)
    seen: dict[Month, int] = {}
    if before is not None:
        bonus = weights.keep_proposed if before.seen else weights.keep_drafted
        seen = before.hours if before.seen else {}
    return [
        line.value + weights.fit * FORM_FIT[seat.talent.form][line.nature],
        bonus + own.points(*pair),
        *(seat.most.get(month, 0) for month in months),
        *(least(problem, line, month) for month in months),
        *(seen.get(month, 0) for month in months),
        *(overhead.get(month, 0) for month in months),
    ]


def _started(
    problem: Problem, request_at: dict[str, int], started: set[LineId]
) -> Iterator[list[int]]:
    """Of each request: lines with a pin, those of producers and the others."""
    for producers in (True, False):
        counted = dict.fromkeys(request_at, 0)
        for line in problem.lines:
            if line.line_id in started and (line.role is Role.PRODUCER) is producers:
                counted[line.request_id] += 1
        yield list(counted.values())
