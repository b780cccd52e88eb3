"""What happened before: a last plan for a part of the lines, a few pins, a few declines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from matcher.eligibility.eligibility import Eligibility, free, least
from matcher.problem import Assignment, Bar, Hours, Line, Previous, Problem, ProblemTalent
from models.entities import Role
from models.months import Month

#: Requests that the last plan served, and how many of its pairs people have seen.
_PLANNED, _SEEN = 0.3, 0.5
#: Pairs of the last plan that have become pins since.
_PINNED = 0.05
#: Lines with a decline, and how many of those are for some months only.
_DECLINED, _LATER = 0.02, 0.3
#: Talents asked before a line is given up.
_TRIES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The past of a pool, valid as a whole: its hours fit its people."""

    previous: tuple[Previous, ...]
    pins: tuple[Assignment, ...]
    bars: tuple[Bar, ...]


def history(problem: Problem, random: Random) -> History:
    """A past for the lines of a problem without one; whole requests are served, the PM first."""
    past = _Past(problem)
    of_request: defaultdict[str, list[Line]] = defaultdict(list)
    for line in problem.lines:
        of_request[line.request_id].append(line)
    previous: list[Previous] = []
    pins: list[Assignment] = []
    for request in of_request.values():
        if random.random() >= _PLANNED:
            continue
        seen = random.random() < _SEEN
        led = False
        for line in sorted(request, key=lambda line: line.role is Role.ENGINEER):
            if line.role is Role.ENGINEER and line.needs_pm and not led:
                continue
            made = past.serve(line, random)
            if made is None:
                continue
            led = led or line.role is Role.PM
            if seen and random.random() < _PINNED / _SEEN:
                pins.append(made)
            else:
                previous.append(Previous(**dict(made), seen=seen))
    taken = {one.pair for one in (*previous, *pins)}
    bars = tuple(bar for bar in _bars(problem.lines, past, random) if _pair(bar) not in taken)
    return History(previous=tuple(previous), pins=tuple(pins), bars=bars)


@dataclass(slots=True)
class _Past:
    """Hours and places that the last plan has used so far."""

    problem: Problem
    used: defaultdict[tuple[str, Month], int] = field(default_factory=lambda: defaultdict(int))
    at: defaultdict[tuple[str, Month], list[Line]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_role: dict[Role, list[ProblemTalent]] = field(init=False)
    eligible: Eligibility = field(init=False)

    def __post_init__(self) -> None:
        people = self.problem.talents
        self.by_role = {role: [t for t in people if role in t.roles] for role in Role}
        self.eligible = Eligibility(self.problem)

    def fitting(self, line: Line, random: Random) -> Iterator[ProblemTalent]:
        """Some talents who are eligible for the line."""
        known = self.by_role[line.role]
        for talent in random.sample(known, min(_TRIES, len(known))):
            if not self.eligible.losses(line, talent):
                yield talent

    def serve(self, line: Line, random: Random) -> Assignment | None:
        """The first of some talents who can still give the line its minimum."""
        for talent in self.fitting(line, random):
            toll = self.eligible.pairs.overhead(line.line_id, talent.talent_id)
            open_months = self.eligible.usable_months(line, talent)
            hours = {m: h for m in open_months if (h := self._room(line, talent, m, toll))}
            if hours and sum(hours.values()) >= line.minimum:
                for month, amount in hours.items():
                    self.used[talent.talent_id, month] += amount + toll.get(month, 0)
                    self.at[talent.talent_id, month].append(line)
                return Assignment(line_id=line.line_id, talent_id=talent.talent_id, hours=hours)
        return None

    def _room(self, line: Line, talent: ProblemTalent, month: Month, toll: Hours) -> int:
        others = self.at[talent.talent_id, month]
        if others and (line.exclusive or any(other.exclusive for other in others)):
            return 0
        if len({line.municipalities, *(o.municipalities for o in others)}) > (
            talent.municipalities_at_once
        ):
            return 0
        left = free(talent, month) - self.used[talent.talent_id, month] - toll.get(month, 0)
        amount = min(left, line.hours[month])
        return amount if amount >= least(self.problem, line, month) else 0


def _bars(lines: Sequence[Line], past: _Past, random: Random) -> Iterator[Bar]:
    for line in lines:
        if random.random() >= _DECLINED:
            continue
        for talent in list(past.fitting(line, random))[:1]:
            later = random.random() < _LATER
            months = tuple(sorted(line.hours))[:3] if later else ()
            yield Bar(line_id=line.line_id, talent_id=talent.talent_id, months=months)


def _pair(bar: Bar) -> tuple[str, str]:
    return bar.line_id, bar.talent_id
