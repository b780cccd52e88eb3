"""What happened before: a last plan for a part of the lines, a few pins, a few declines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from matcher.problem import Assignment, Bar, Line, Previous, ProblemTalent
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


def history(
    lines: Sequence[Line], talents: Sequence[ProblemTalent], block: int, random: Random
) -> History:
    """A past for these lines; whole requests are served, the PM first."""
    past = _Past(talents, block)
    of_request: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
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
    bars = tuple(bar for bar in _bars(lines, past, random) if _pair(bar) not in taken)
    return History(previous=tuple(previous), pins=tuple(pins), bars=bars)


@dataclass(slots=True)
class _Past:
    """Hours and places that the last plan has used so far."""

    talents: Sequence[ProblemTalent]
    block: int
    used: defaultdict[tuple[str, Month], int] = field(default_factory=lambda: defaultdict(int))
    at: defaultdict[tuple[str, Month], set[tuple[str, ...]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    by_role: dict[Role, list[ProblemTalent]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_role = {role: [t for t in self.talents if role in t.roles] for role in Role}

    def fitting(self, line: Line, random: Random) -> Iterator[ProblemTalent]:
        """Some talents with the role and the skills whom the place does not exclude."""
        known = self.by_role[line.role]
        for talent in random.sample(known, min(_TRIES, len(known))):
            skilled = all(talent.skills.get(s, 0) >= level for s, level in line.skills.items())
            if skilled and not set(talent.excluded) & set(line.municipalities):
                yield talent

    def serve(self, line: Line, random: Random) -> Assignment | None:
        """The first of some talents who can still give the line its minimum."""
        for talent in self.fitting(line, random):
            hours = {m: h for m in line.hours if (h := self._room(line, talent, m))}
            if hours and sum(hours.values()) >= line.minimum:
                for month, amount in hours.items():
                    self.used[talent.talent_id, month] += amount
                    self.at[talent.talent_id, month].add(line.municipalities)
                return Assignment(line_id=line.line_id, talent_id=talent.talent_id, hours=hours)
        return None

    def _room(self, line: Line, talent: ProblemTalent, month: Month) -> int:
        there = self.at[talent.talent_id, month] | {line.municipalities}
        inside = talent.contract_from <= month <= talent.contract_until
        if not inside or len(there) > talent.municipalities_at_once:
            return 0
        free = talent.capacity.get(month, 0) - talent.overhead - self.used[talent.talent_id, month]
        amount = min(free, line.hours[month])
        return amount if amount >= min(self.block, line.hours[month]) else 0


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
