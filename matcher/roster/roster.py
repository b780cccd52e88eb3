"""A mutable plan with incremental evaluation: what is free, what is asked, and the score so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from matcher.plan import Terms
from matcher.problem import Assignment, Hours, Problem
from matcher.roster.indexed_problem import IndexedPair, IndexedProblem
from matcher.roster.insertion import Insertion
from models.ids import LineId, TalentId


@dataclass(frozen=True, slots=True)
class _Hand:
    """One person on a line."""

    pair: IndexedPair
    hours: Sequence[int]


class Roster:
    """Hours of talents on lines, and everything that follows from them, kept as they change.

    Starts from the pins, then takes `assignments`. It records what it is told; insertions that it
    proposes are valid with the rest left as it is.
    """

    def __init__(
        self, problem: Problem | IndexedProblem, assignments: Iterable[Assignment] = ()
    ) -> None:
        self.numbered = numbered = (
            problem if isinstance(problem, IndexedProblem) else IndexedProblem(problem)
        )
        self.free = [list(row) for row in numbered.free]
        self.left = [list(row) for row in numbered.asked]
        self.on: list[dict[int, _Hand]] = [{} for _ in numbered.lines]
        #: Lines a talent serves at a place in a month: [talent][month][place].
        self.at_places: list[list[dict[int, int]]] = [
            [{} for _ in numbered.months] for _ in numbered.talents
        ]
        #: Exclusive lines a talent serves in a month: [talent][month].
        self.alone = [[0] * len(numbered.months) for _ in numbered.talents]
        self.served_of_place = [0] * len(numbered.tier)
        self.load = [0] * len(numbered.talents)  #: quarters of each talent
        #: Producer lines started of each request, and other lines started.
        self.producers, self.others = [0] * numbered.requests, [0] * numbered.requests
        self._served = self._coverage = self._stability = self._fit = 0
        self._producer = self._balance = 0
        for assignment in (*numbered.problem.pins, *assignments):
            line, talent = self._at(*assignment.pair)
            if assignment.total and talent not in self.on[line]:
                self.put(line, talent, self._row(assignment.hours))

    @property
    def terms(self) -> Terms:
        """The objective so far, term by term."""
        return Terms(
            served=self._served,
            coverage=self._coverage,
            stability=self._stability,
            fit=self._fit,
            producer=self._producer,
            balance=self._balance,
        )

    @property
    def score(self) -> int:
        return (
            self._served
            + self._coverage
            + self._stability
            + self._fit
            + self._producer
            + self._balance
        )

    def copy(self) -> Self:
        """Another roster with the same content, free to go its own way."""
        twin = object.__new__(type(self))
        twin.numbered = self.numbered
        twin.free = [row[:] for row in self.free]
        twin.left = [row[:] for row in self.left]
        twin.on = [hands.copy() for hands in self.on]
        twin.at_places = [[places.copy() for places in row] for row in self.at_places]
        twin.alone = [row[:] for row in self.alone]
        twin.served_of_place = self.served_of_place[:]
        twin._served, twin._coverage = self._served, self._coverage
        twin._stability, twin._fit = self._stability, self._fit
        twin.load, twin.producers, twin.others = self.load[:], self.producers[:], self.others[:]
        twin._producer, twin._balance = self._producer, self._balance
        return twin

    def assign(self, line_id: LineId, talent_id: TalentId, hours: Hours) -> None:
        """Record hours of a talent on a line where the talent has none yet."""
        line, talent = self._at(line_id, talent_id)
        self.put(line, talent, self._row(hours))

    def remove(self, line_id: LineId, talent_id: TalentId) -> Hours:
        """Take a talent off a line; the hours they had there."""
        line, talent = self._at(line_id, talent_id)
        return self._hours(self.drop(line, talent))

    def take(self, insertion: Insertion) -> None:
        """Do what an insertion proposes."""
        for talent, hours in insertion.shares:
            self.put(insertion.line, talent, hours)

    def total(self, line: int) -> int:
        """Quarters that are served of a line."""
        return sum(self.numbered.asked[line]) - sum(self.left[line])

    def may_start(self, line: int) -> bool:
        """Whether the PM the line needs, if any, is there."""
        chain = self.numbered.chained[line]
        return chain is None or any(self.on[pm] for pm in chain)

    def open_places(self, line: int) -> int:
        """How many more talents the line may take now: 0 while it waits for its PM."""
        if not self.may_start(line):
            return 0
        return self.numbered.lines[line].people - len(self.on[line])

    def is_open(self, line: int, talent: int, month: int) -> bool:
        """Whether the talent's other lines in the month leave room for this one, hours aside."""
        places = self.at_places[talent][month]
        if not places:
            return True
        numbered = self.numbered
        if numbered.exclusive[line] or self.alone[talent][month]:
            return False
        return len(places) < numbered.at_once[talent] or numbered.place[line] in places

    def need_of(self, line: int) -> int:
        """Quarters the line lacks to count as started."""
        minimum = self.numbered.minimum[line]
        return max(1, minimum - self.total(line)) if minimum else 1

    def start_points(self, line: int) -> int:
        """Points for producer cover, if somebody begins on a line where nobody is yet."""
        numbered, at = self.numbered, self.numbered.request[line]
        if self.on[line]:
            return 0
        if not numbered.is_producer[line]:
            covered = 1 if self.producers[at] else 0
        else:
            covered = 0 if self.producers[at] else self.others[at]
        return numbered.problem.weights.producer * covered

    def over_cost(self, talent: int, quarters: int) -> int:
        """What so many more quarters cost where they pass the talent's fair share."""
        fair, load = self.numbered.fair[talent], self.load[talent]
        return self.numbered.problem.weights.balance * (
            max(0, load + quarters - fair) - max(0, load - fair)
        )

    def tier_points(self, line: int, quarters: int) -> int:
        """Points for the first tier of the line's municipality."""
        numbered = self.numbered
        place = numbered.place[line]
        room_in_tier = max(0, numbered.tier[place] - self.served_of_place[place])
        return numbered.problem.weights.coverage * min(quarters, room_in_tier)

    def put(self, line: int, talent: int, hours: Sequence[int]) -> None:
        """`assign` by number, hours as a row of months."""
        pair = self.numbered.pair(line, talent)
        self._producer += self.start_points(line)
        self._start(line, 1)
        self.on[line][talent] = _Hand(pair, hours)
        place, at_places = self.numbered.place[line], self.at_places[talent]
        for month, amount in enumerate(hours):
            if amount:
                at_places[month][place] = at_places[month].get(place, 0) + 1
        self._count(line, pair, hours, 1)

    def drop(self, line: int, talent: int) -> Sequence[int]:
        """`remove` by number."""
        hand = self.on[line].pop(talent)
        self._start(line, -1)
        self._producer -= self.start_points(line)
        place, at_places = self.numbered.place[line], self.at_places[talent]
        for month, amount in enumerate(hand.hours):
            if amount:
                at_places[month][place] -= 1
                if not at_places[month][place]:
                    del at_places[month][place]
        self._count(line, hand.pair, hand.hours, -1)
        return hand.hours

    def assignments(self) -> tuple[Assignment, ...]:
        """Everything on the roster, pins included, in the order of the lines."""
        lines, talents = self.numbered.lines, self.numbered.talents
        return tuple(
            Assignment.model_construct(
                line_id=lines[line].line_id,
                talent_id=talents[talent].talent_id,
                hours=self._hours(hands[talent].hours),
            )
            for line, hands in enumerate(self.on)
            for talent in sorted(hands)
        )

    def _count(self, line: int, pair: IndexedPair, hours: Sequence[int], sign: int) -> None:
        numbered = self.numbered
        free, left = self.free[pair.talent], self.left[line]
        for month, amount in enumerate(hours):
            free[month] -= sign * amount
            left[month] -= sign * amount
        if pair.overhead:
            for month, amount in enumerate(hours):
                free[month] -= sign * pair.overhead[month] if amount else 0
        if numbered.exclusive[line]:
            alone = self.alone[pair.talent]
            for month, amount in enumerate(hours):
                alone[month] += sign if amount else 0
        total, value = sum(hours), numbered.lines[line].value
        weights, place = numbered.problem.weights, numbered.place[line]
        before, tier = self.served_of_place[place], numbered.tier[place]
        self.served_of_place[place] = after = before + sign * total
        self._coverage += weights.coverage * (min(after, tier) - min(before, tier))
        self._served += sign * value * total
        self._fit += sign * ((pair.rate - value) * total + pair.own - weights.setup)
        self._balance -= self.over_cost(pair.talent, sign * total)
        self.load[pair.talent] += sign * total
        kept = pair.bonus - pair.own + weights.setup + pair.kept_points(hours)
        self._stability += sign * kept

    def _start(self, line: int, sign: int) -> None:
        """The first one has come to the line (1), or the last one has gone (-1)."""
        if not self.on[line]:
            rows = self.producers if self.numbered.is_producer[line] else self.others
            rows[self.numbered.request[line]] += sign

    def _at(self, line_id: LineId, talent_id: TalentId) -> tuple[int, int]:
        return self.numbered.line_at[line_id], self.numbered.talent_at[talent_id]

    def _row(self, hours: Hours) -> tuple[int, ...]:
        return tuple(hours.get(month, 0) for month in self.numbered.months)

    def _hours(self, row: Sequence[int]) -> Hours:
        return {m: amount for m, amount in zip(self.numbered.months, row, strict=True) if amount}
