"""Who meets which condition of a line, hours aside, in which months, and who works where.

Judged once for a plan. The conditions are those of `matcher.eligibility`, laid out by talent: an
explanation asks about everybody, not only about those who may come.
"""

from collections import defaultdict
from functools import reduce
from operator import or_

from matcher.eligibility.conditions import PAIR_CONDITIONS, ConditionTable
from matcher.eligibility.eligibility import in_contract, is_trained
from matcher.problem import ProblemTalent
from matcher.roster.indexed_problem import IndexedPair, IndexedProblem
from matcher.roster.roster import Roster
from models.ids import LineId, TalentId
from models.months import Month

_PASSES: frozenset[str] = frozenset()


class EligibilityTable:
    """The conditions of one problem, and the work in one plan. Months are bits: 1 << number."""

    def __init__(self, roster: Roster) -> None:
        self.numbered: IndexedProblem = roster.numbered
        numbered = self.numbered
        #: The lines of each talent in the plan, whatever is lifted off it for the moment.
        self.work: list[list[int]] = [[] for _ in numbered.talents]
        for line, hands in enumerate(roster.on):
            for talent in hands:
                self.work[talent].append(line)
        self._all = (1 << len(numbered.months)) - 1
        self._open = [self.open_to(talent) for talent in numbered.talents]
        self._conditions = ConditionTable(numbered.problem)
        self._barred: defaultdict[LineId, dict[TalentId, int]] = defaultdict(dict)
        self._declined: set[tuple[LineId, TalentId]] = set()
        for bar in numbered.problem.bars:
            closed = self.mask(bar.months) if bar.months else self._all
            known = self._barred[bar.line_id].get(bar.talent_id, 0)
            self._barred[bar.line_id][bar.talent_id] = known | closed
            if not bar.months:
                self._declined.add((bar.line_id, bar.talent_id))
        self._tolls = {
            (pair.line_id, pair.talent_id): tuple(pair.overhead.get(m, 0) for m in numbered.months)
            for pair in numbered.problem.pairs
            if pair.overhead
        }
        self._pinned: defaultdict[int, set[int]] = defaultdict(set)
        for pin in numbered.problem.pins:
            line, talent = numbered.line_at[pin.line_id], numbered.talent_at[pin.talent_id]
            self._pinned[line].add(talent)
        self._failed: dict[int, list[frozenset[str]]] = {}

    def mask(self, months: tuple[Month, ...]) -> int:
        """The months as bits; those outside the problem are left out."""
        at = self.numbered.month_at
        return reduce(or_, (1 << at[m] for m in months if m in at), 0)

    def open_to(self, talent: ProblemTalent) -> tuple[int, int]:
        """Months under contract, and those of them in which the talent is trained."""
        contract = trained = 0
        for at, month in enumerate(self.numbered.months):
            if in_contract(talent, month):
                contract |= 1 << at
                trained |= is_trained(self.numbered.problem, talent, month) << at
        return contract, trained

    def trained(self, talent: int) -> int:
        """Months under contract in which the talent is trained, or needs no training."""
        return self._open[talent][1]

    def barred(self, line: int, talent: int) -> int:
        """Months that declines close; all of them where the pair is not offered at all."""
        numbered = self.numbered
        bars = self._barred.get(numbered.lines[line].line_id)
        return bars.get(numbered.talents[talent].talent_id, 0) if bars else 0

    def open_months(self, line: int, talent: int) -> int:
        """Months asked that contract, training and declines leave open."""
        return self._asked(line) & self._open[talent][1] & ~self.barred(line, talent)

    def toll(self, line: int, talent: int) -> tuple[int, ...]:
        """Quarters of each month that the pair uses up besides the hours; empty where none."""
        numbered = self.numbered
        pair = numbered.lines[line].line_id, numbered.talents[talent].talent_id
        return self._tolls.get(pair, ())

    def failed(self, line: int) -> list[frozenset[str]]:
        """For each talent the conditions that fail, as `Eligibility.losses` but for hours."""
        found = self._failed.get(line)
        if found is None:
            found = self._failed[line] = self._judged(line)
        return found

    def unpinned(self, line: int) -> list[int]:
        """The talents who are not pinned to the line."""
        pinned = self._pinned.get(line, set())
        return [at for at in range(len(self.numbered.talents)) if at not in pinned]

    def candidates(self, line: int) -> list[IndexedPair]:
        """The eligible talents of a line, pinned ones left out: as `IndexedProblem.candidates`."""
        pairs = (
            self.numbered.pair(line, at) for at in self.unpinned(line) if not self.failed(line)[at]
        )
        return [pair for pair in pairs if pair.months]

    def _asked(self, line: int) -> int:
        return sum(1 << at for at, hours in enumerate(self.numbered.asked[line]) if hours)

    def _judged(self, line: int) -> list[frozenset[str]]:
        asked, numbered = self.numbered.lines[line], self.numbered
        months = self._asked(line)
        holds = [(c.name, self._conditions.holds(c, asked).tolist()) for c in PAIR_CONDITIONS]
        known: dict[tuple[str, ...], frozenset[str]] = {(): _PASSES}
        judged = []
        for at, talent in enumerate(numbered.talents):
            failed = [name for name, flags in holds if not flags[at]]
            contract, trained = self._open[at]
            if not months & contract:
                failed.append("contract")
            elif not months & trained:
                failed.append("training")
            barred = self.barred(line, at)
            if (asked.line_id, talent.talent_id) in self._declined or (
                months & trained and not months & trained & ~barred
            ):
                failed.append("declined")
            names = tuple(failed)
            judged.append(known.setdefault(names, frozenset(names)))
        return judged
