"""Encoding of a problem as arrays, and of a plan in arrays as assignments."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from matcher.arrays.arrays import CLOSED, I32, NONE, Arrays
from matcher.check import terms
from matcher.eligibility.eligibility import free, least
from matcher.eligibility.feasible_pairs import FeasiblePairs, feasible_pairs
from matcher.problem import Assignment, Line, Problem
from matcher.runtime.per_problem_cache import per_problem
from models.entities import Form, Nature, Role
from models.ids import LineId, TalentId
from models.pool_settings import FORM_FIT


@dataclass(frozen=True)
class Encoding:
    """A problem, its arrays, and which number means what."""

    problem: Problem
    arrays: Arrays
    pins: tuple[Assignment, ...]
    line_at: dict[LineId, int]
    talent_at: dict[TalentId, int]

    def pair(self, line_id: LineId, talent_id: TalentId) -> int | None:
        """The number of a pair; None where it may not work."""
        line, talent = self.line_at.get(line_id), self.talent_at.get(talent_id, NONE)
        if line is None:
            return None
        first, end = self.arrays.pairs[line : line + 2]
        at = first + np.searchsorted(self.arrays.talent[first:end], talent)
        return int(at) if at < end and self.arrays.talent[at] == talent else None

    def rows(self, assignments: Sequence[Assignment]) -> tuple[I32, I32]:
        """The pairs of a plan that may work, and the hours of each, month by month."""
        pairs, hours, months = [], [], self.problem.months
        for made in assignments:
            pair = self.pair(*made.pair)
            if pair is not None:
                pairs.append(pair)
                hours.append([made.hours.get(month, 0) for month in months])
        return _row(pairs), _row(hours).reshape(len(pairs), len(months))

    def assignments(self, seat: I32, hours: I32) -> tuple[Assignment, ...]:
        """The plan that is on these seats, pins included."""
        lines, talents = self.problem.lines, self.problem.talents
        months, made = self.problem.months, list(self.pins)
        for at in np.flatnonzero(seat != NONE):
            line_id = lines[self.arrays.line[seat[at]]].line_id
            talent_id = talents[self.arrays.talent[seat[at]]].talent_id
            worked = {m: int(h) for m, h in zip(months, hours[at], strict=True) if h}
            made.append(
                Assignment.model_construct(line_id=line_id, talent_id=talent_id, hours=worked)
            )
        return tuple(made)


def encode(problem: Problem) -> Encoding:
    """Arrays of everything that a plan may use."""
    arrays, lines, talents = _numbers(problem)
    return Encoding(
        problem, arrays, tuple(pin for pin in problem.pins if pin.total), lines, talents
    )


@per_problem
def _numbers(problem: Problem) -> tuple[Arrays, dict[LineId, int], dict[TalentId, int]]:
    # Not the encoding: that holds its problem, and would keep it from ever being forgotten.
    pins = tuple(pin for pin in problem.pins if pin.total)
    builder = _Builder(problem, feasible_pairs(problem), pins)
    return builder.arrays(), builder.line_at, builder.talent_at


class _Builder:
    """The parts of the arrays, one method each."""

    def __init__(self, problem: Problem, found: FeasiblePairs, pins: Sequence[Assignment]) -> None:
        self.problem, self.pins = problem, pins
        self.line_at = {line.line_id: at for at, line in enumerate(problem.lines)}
        self.talent_at = {t.talent_id: at for at, t in enumerate(problem.talents)}
        self.found, self.line, self.talent = found, found.line, found.talent
        self.starts = _starts(np.bincount(self.line, minlength=len(problem.lines)))
        names: dict[tuple[str, ...], int] = {}
        self.place = _row(
            [names.setdefault(line.municipalities, len(names)) for line in problem.lines]
        )
        #: A talent at a place is a group; who may work there on several lines visits it once.
        self.groups, self.group = np.unique(
            self._name(self.talent, self.place[self.line]), return_inverse=True
        )
        self.overhead = {(p.line_id, p.talent_id): p.overhead for p in problem.pairs}
        self.pinned: defaultdict[int, int] = defaultdict(int)
        for pin in pins:
            self.pinned[self.line_at[pin.line_id]] += 1

    def _name(self, talent: Any, place: Any) -> Any:
        return talent * (int(self.place.max(initial=0)) + 1) + place

    def arrays(self) -> Arrays:
        """All parts together."""
        pairs, lines, talents, places = (
            self._of_pairs(), self._of_lines(), self._of_talents(), self._of_places(),
        )  # fmt: skip
        return Arrays(
            **pairs, **lines, **self._of_requests(), **talents, **places,
            **self._of_pins(),
            coverage=self.problem.weights.coverage,
            keep_hours=self.problem.weights.keep_hours,
            producer=self.problem.weights.producer,
            balance=self.problem.weights.balance,
            score0=terms(self.problem, self.pins).score,
        )  # fmt: skip

    def _of_pairs(self) -> dict[str, I32]:
        problem, weights = self.problem, self.problem.weights
        forms, natures = list(Form), list(Nature)
        fit = np.array([[FORM_FIT[form][nature] for nature in natures] for form in forms])
        form = _row([forms.index(talent.form) for talent in problem.talents])
        nature = _row([natures.index(line.nature) for line in problem.lines])
        value = _row([line.value for line in problem.lines])
        bonus = np.full(len(self.line), -weights.setup)
        for extra in problem.pairs:
            at = self._pair(extra.line_id, extra.talent_id) if extra.points else None
            if at is not None:
                bonus[at] += extra.points
        kept = np.full(len(self.line), NONE)
        seen: list[list[int]] = []
        for before in problem.previous:
            at = self._pair(before.line_id, before.talent_id)
            if at is None:
                continue
            bonus[at] += weights.keep_proposed if before.seen else weights.keep_drafted
            if before.seen:
                kept[at] = len(seen)
                seen.append([before.hours.get(month, 0) for month in problem.months])
        return {
            "line": self.line, "talent": self.talent, "group": _row(self.group),
            "most": self.found.most,
            "overhead": _row(np.where(self.found.most > 0, self.found.overhead, CLOSED)),
            "rate": _row(
                value[self.line] + weights.fit * fit[form[self.talent], nature[self.line]]
            ),
            "bonus": _row(bonus), "kept": _row(kept),
            "seen": np.array(seen, np.int32).reshape(len(seen), len(problem.months)),
        }  # fmt: skip

    def _pair(self, line_id: LineId, talent_id: TalentId) -> int | None:
        """The number of a pair; None where it is not open."""
        line, talent = self.line_at[line_id], self.talent_at[talent_id]
        first, end = self.starts[line : line + 2]
        at = first + np.searchsorted(self.talent[first:end], talent)
        return int(at) if at < end and self.talent[at] == talent else None

    def _of_lines(self) -> dict[str, I32]:
        problem, lines = self.problem, self.problem.lines
        asked = self._asked(lines)
        for pin in self.pins:
            asked[self.line_at[pin.line_id]] -= self._hours(pin)
        some = asked > 0
        offered = np.bincount(self.line, minlength=len(lines))
        seats = [
            min(max(0, line.people - self.pinned[at]), int(offered[at]))
            for at, line in enumerate(lines)
        ]
        return {
            "pairs": self.starts,
            "seats": _starts(seats),
            "begin": _row(some.argmax(1)) if lines else _row([]),
            "end": _row(np.where(some.any(1), some.shape[1] - some[:, ::-1].argmax(1), 0)),
            "asked": asked,
            "total": _row(asked.sum(1)),
            "least": _grid([[least(problem, x, m) for m in problem.months] for x in lines], asked),
            "minimum": _row([0 if self.pinned[at] else ln.minimum for at, ln in enumerate(lines)]),
            "place": self.place,
            "exclusive": _row([line.exclusive for line in lines]),
        }  # fmt: skip

    def _of_requests(self) -> dict[str, I32]:
        lines = self.problem.lines
        request_at: dict[str, int] = {}
        for line in lines:
            request_at.setdefault(line.request_id, len(request_at))
        needs, leads = [], []
        guides, guided = [], []
        led0, guided0, under0 = (np.zeros(len(request_at), np.int32) for _ in range(3))
        produced = {line.request_id for line in lines if line.role is Role.PRODUCER}
        for at, line in enumerate(lines):
            request = request_at[line.request_id]
            needs.append(request if line.role is Role.ENGINEER and line.needs_pm else NONE)
            started = bool(self.pinned[at])
            leads.append(request if line.role is Role.PM and not started else NONE)
            led0[request] += line.role is Role.PM and started
            producer, under = line.role is Role.PRODUCER, line.request_id in produced
            guides.append(request if producer and not started else NONE)
            guided.append(request if under and not producer and not started else NONE)
            guided0[request] += producer and started
            under0[request] += not producer and started
        leader_at, leaders = _index(leads, len(request_at))
        follower_at, followers = _index(needs, len(request_at))
        guide_at, guide = _index(guides, len(request_at))
        under_at, under_ = _index(guided, len(request_at))
        return {
            "needs": _row(needs), "leads": _row(leads), "led0": led0,
            "guides": _row(guides), "guided": _row(guided), "guided0": guided0, "under0": under0,
            "guide_at": guide_at, "guide": guide, "under_at": under_at, "under": under_,
            "leader_at": leader_at, "leaders": leaders,
            "follower_at": follower_at, "followers": followers,
        }  # fmt: skip

    def _of_talents(self) -> dict[str, I32]:
        problem = self.problem
        hours = _grid(
            [[free(talent, month) for month in problem.months] for talent in problem.talents],
            np.zeros((len(problem.talents), len(problem.months))),
        )
        fair = hours.sum(1) * problem.weights.balance_percent // 100
        for pin in self.pins:
            hours[self.talent_at[pin.talent_id]] -= self._hours(pin) + self._overhead(pin)
            fair[self.talent_at[pin.talent_id]] -= pin.total
        mine, of_talent = _index(self.talent, len(problem.talents))
        at_once = _row([talent.municipalities_at_once for talent in problem.talents])
        return {
            "mine": mine,
            "of_talent": of_talent,
            "free": hours,
            "at_once": at_once,
            "fair": _row(fair),
        }

    def _of_places(self) -> dict[str, I32]:
        asked = np.zeros(int(self.place.max(initial=-1)) + 1, np.int64)
        fill = asked.copy()
        np.add.at(asked, self.place, self._asked(self.problem.lines).sum(1))
        for pin in self.pins:
            fill[self.place[self.line_at[pin.line_id]]] += pin.total
        percent = self.problem.weights.coverage_percent
        return {"tier": _row(asked * percent // 100), "fill0": _row(fill)}

    def _of_pins(self) -> dict[str, I32]:
        shape = len(self.problem.talents), len(self.problem.months)
        places, busy, alone = (np.zeros(shape, np.int32) for _ in range(3))
        visits = np.zeros((len(self.groups), shape[1]), np.int32)
        there: defaultdict[tuple[int, int], I32] = defaultdict(lambda: np.zeros(shape[1], np.int32))
        for pin in self.pins:
            talent, line = self.talent_at[pin.talent_id], self.line_at[pin.line_id]
            works = (self._hours(pin) > 0).astype(np.int32)
            busy[talent] += works
            alone[talent] += works * self.problem.lines[line].exclusive
            there[talent, int(self.place[line])] += works
        for (talent, place), works in there.items():
            places[talent] += works > 0
            name = self._name(talent, place)
            at = int(np.searchsorted(self.groups, name))
            if at < len(self.groups) and self.groups[at] == name:
                visits[at] += works
        return {"visits0": visits, "places0": places, "busy0": busy, "alone0": alone}

    def _asked(self, lines: Sequence[Line]) -> I32:
        rows = [[line.hours.get(month, 0) for month in self.problem.months] for line in lines]
        return _grid(rows, np.zeros((len(lines), len(self.problem.months))))

    def _hours(self, pin: Assignment) -> I32:
        return _row([pin.hours.get(month, 0) for month in self.problem.months])

    def _overhead(self, pin: Assignment) -> I32:
        """Quarters a pin costs besides its hours."""
        overhead = self.overhead.get(pin.pair, {})
        return _row([overhead.get(m, 0) if pin.hours.get(m) else 0 for m in self.problem.months])


def _row(values: Any) -> I32:
    return np.ascontiguousarray(values, dtype=np.int32)


def _grid(rows: Sequence[Sequence[int]], like: Any) -> I32:
    return np.array(rows, np.int32).reshape(like.shape)


def _starts(counts: Any) -> I32:
    """Where each run of so many begins, and the end of the last."""
    return _row(np.concatenate([[0], np.cumsum(counts)]))


def _index(owner: Any, owners: int) -> tuple[I32, I32]:
    """Of each owner: where its items begin, and the items owner by owner; NONE owns nothing."""
    owner = np.asarray(owner, np.int64)
    items = np.flatnonzero(owner != NONE)
    items = items[np.argsort(owner[items], kind="stable")]
    return _starts(np.bincount(owner[items], minlength=owners)), _row(items)
