"""The matching problem in plain CP-SAT: rule after rule as written down, nothing clever.

Which pairs are open at all is asked of the matcher; rules and points are stated here anew.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from matcher.eligibility.eligibility import free, least
from matcher.eligibility.pair_table import PairTable
from matcher.mip.mip_candidates import Candidate, candidates
from matcher.problem import Assignment, Line, Problem
from models.entities import Role
from models.months import Month
from models.pool_settings import FORM_FIT

Place = tuple[str, ...]


@dataclass(slots=True)
class _Seat:
    """One possible assignment."""

    candidate: Candidate
    on: cp_model.IntVar
    hours: dict[Month, cp_model.IntVar]
    works: dict[Month, cp_model.IntVar]

    @property
    def pinned(self) -> bool:
        return self.candidate.pin is not None

    @property
    def total(self) -> cp_model.LinearExprT:
        return cp_model.LinearExpr.sum(list(self.hours.values()))


@dataclass(slots=True)
class CpModel:
    """The model of a problem, and what its numbers mean."""

    problem: Problem
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    seats: list[_Seat] = field(default_factory=list)
    _pairs: PairTable = field(init=False)

    def __post_init__(self) -> None:
        self._pairs = PairTable(self.problem)
        self.seats = [self._seat(candidate) for candidate in candidates(self.problem)]
        started = self._lines()
        self._role_chain(started)
        self._talents()
        points = [*self._points(), *self._covered(started), *self._above_fair_share()]
        self.model.maximize(cp_model.LinearExpr.sum(points))

    def assignments(self, solver: cp_model.CpSolver) -> tuple[Assignment, ...]:
        """The plan that the solver holds."""
        made = []
        for seat in self.seats:
            hours = {m: h for m, x in seat.hours.items() if (h := solver.value(x))}
            if hours:
                line, talent = seat.candidate.line, seat.candidate.talent
                made.append(
                    Assignment(line_id=line.line_id, talent_id=talent.talent_id, hours=hours)
                )
        return tuple(made)

    def _seat(self, candidate: Candidate) -> _Seat:
        model, pin = self.model, candidate.pin
        on = model.new_bool_var("")
        hours, works = {}, {}
        for month, most in candidate.most.items():
            block = least(self.problem, candidate.line, month) if pin is None else 1
            hours[month] = model.new_int_var(0, most, "")
            works[month] = model.new_bool_var("")
            model.add(hours[month] <= most * works[month])
            model.add(hours[month] >= block * works[month])
            model.add_implication(works[month], on)
            if pin is not None:
                model.add(hours[month] == pin[month])
        model.add_bool_or([*works.values(), on.negated()])
        return _Seat(candidate, on, hours, works)

    def _lines(self) -> dict[str, cp_model.IntVar]:
        """demand, minimum fraction, people per line; whether each line is started."""
        of_line: defaultdict[str, list[_Seat]] = defaultdict(list)
        for seat in self.seats:
            of_line[seat.candidate.line.line_id].append(seat)
        started: dict[str, cp_model.IntVar] = {}
        for line in self.problem.lines:
            seats = of_line[line.line_id]
            on = [seat.on for seat in seats]
            agreed = sum(seat.pinned for seat in seats)
            started[line.line_id] = self.model.new_bool_var("")
            self.model.add_max_equality(started[line.line_id], [*on, 0])
            self.model.add(cp_model.LinearExpr.sum(on) <= max(line.people, agreed))
            if not agreed:
                given = cp_model.LinearExpr.sum([seat.total for seat in seats])
                self.model.add(given >= line.minimum * started[line.line_id])
            for month, asked in line.hours.items():
                hours = [seat.hours[month] for seat in seats if month in seat.hours]
                self.model.add(cp_model.LinearExpr.sum(hours) <= asked)
        return started

    def _role_chain(self, started: dict[str, cp_model.IntVar]) -> None:
        leading: defaultdict[str, list[cp_model.IntVar]] = defaultdict(list)
        for line in self.problem.lines:
            if line.role is Role.PM:
                leading[line.request_id].append(started[line.line_id])
        for seat in self.seats:
            line = seat.candidate.line
            if line.role is Role.ENGINEER and line.needs_pm and not seat.pinned:
                self.model.add_bool_or([*leading[line.request_id], seat.on.negated()])

    def _talents(self) -> None:
        """capacity, exclusive and concurrency."""
        of_talent: defaultdict[tuple[str, Month], list[_Seat]] = defaultdict(list)
        for seat in self.seats:
            for month in seat.hours:
                of_talent[seat.candidate.talent.talent_id, month].append(seat)
        for (_, month), seats in of_talent.items():
            talent = seats[0].candidate.talent
            used: list[cp_model.LinearExprT] = [seat.hours[month] for seat in seats]
            used += [self._overhead(seat, month) * seat.works[month] for seat in seats]
            self.model.add(cp_model.LinearExpr.sum(used) <= free(talent, month))
            self._keep_apart(seats, month)
            at: defaultdict[Place, list[_Seat]] = defaultdict(list)
            for seat in seats:
                at[seat.candidate.line.municipalities].append(seat)
            agreed = sum(any(seat.pinned for seat in here) for here in at.values())
            most = max(talent.municipalities_at_once, agreed)
            if len(at) > most:
                there = [self._any([seat.works[month] for seat in here]) for here in at.values()]
                self.model.add(cp_model.LinearExpr.sum(there) <= most)

    def _overhead(self, seat: _Seat, month: Month) -> int:
        line, talent = seat.candidate.line, seat.candidate.talent
        return self._pairs.overhead(line.line_id, talent.talent_id).get(month, 0)

    def _keep_apart(self, seats: list[_Seat], month: Month) -> None:
        """Nobody, but a pin beside a pin, works beside an exclusive line."""
        for alone in seats:
            for other in seats:
                if (
                    alone.candidate.line.exclusive
                    and other is not alone
                    and not (alone.pinned and other.pinned)
                ):
                    self.model.add_implication(alone.works[month], other.works[month].negated())

    def _any(self, works: list[cp_model.IntVar]) -> cp_model.IntVar:
        if len(works) == 1:
            return works[0]
        found = self.model.new_bool_var("")
        self.model.add_max_equality(found, works)
        return found

    def _points(self) -> list[cp_model.LinearExprT]:
        """served, fit, coverage, stability."""
        weights = self.problem.weights
        points: list[cp_model.LinearExprT] = []
        given: defaultdict[Place, list[cp_model.LinearExprT]] = defaultdict(list)
        asked: defaultdict[Place, int] = defaultdict(int)
        for line in self.problem.lines:
            asked[line.municipalities] += line.asked
        previous = {before.pair: before for before in self.problem.previous}
        for seat in self.seats:
            line, talent = seat.candidate.line, seat.candidate.talent
            given[line.municipalities].append(seat.total)
            points.append((line.value + self._fit(line, seat)) * seat.total)
            own = self._pairs.points(line.line_id, talent.talent_id)
            points.append((own - weights.setup) * seat.on)
            before = previous.get((line.line_id, talent.talent_id))
            if before is None:
                continue
            points.append(
                (weights.keep_proposed if before.seen else weights.keep_drafted) * seat.on
            )
            for month, hours in seat.hours.items() if before.seen else ():
                kept = self.model.new_int_var(0, before.hours.get(month, 0), "")
                self.model.add(kept <= hours)
                points.append(weights.keep_hours * kept)
        for place, totals in given.items():
            tier = asked[place] * weights.coverage_percent // 100
            first = self.model.new_int_var(0, tier, "")
            self.model.add(first <= cp_model.LinearExpr.sum(totals))
            points.append(weights.coverage * first)
        return points

    def _fit(self, line: Line, seat: _Seat) -> int:
        return self.problem.weights.fit * FORM_FIT[seat.candidate.talent.form][line.nature]

    def _covered(self, started: dict[str, cp_model.IntVar]) -> Iterator[cp_model.LinearExprT]:
        """producer."""
        producers: defaultdict[str, list[cp_model.IntVar]] = defaultdict(list)
        for line in self.problem.lines:
            if line.role is Role.PRODUCER:
                producers[line.request_id].append(started[line.line_id])
        for line in self.problem.lines:
            if line.role is not Role.PRODUCER and producers[line.request_id]:
                both = self.model.new_bool_var("")
                self.model.add_implication(both, started[line.line_id])
                self.model.add_bool_or([*producers[line.request_id], both.negated()])
                yield self.problem.weights.producer * both

    def _above_fair_share(self) -> Iterator[cp_model.LinearExprT]:
        """balance."""
        weights = self.problem.weights
        for talent in self.problem.talents:
            mine = [seat for seat in self.seats if seat.candidate.talent is talent]
            has = sum(free(talent, month) for month in self.problem.months)
            over = self.model.new_int_var(0, has, "")
            load = cp_model.LinearExpr.sum([seat.total for seat in mine])
            self.model.add(over >= load - weights.balance_percent * has // 100)
            yield -weights.balance * over
