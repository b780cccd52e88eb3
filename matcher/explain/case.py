"""One line lifted off a plan, and what then stands between each talent and the line."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations, count

from matcher.eligible import free, least
from matcher.insertion import single
from matcher.numbered import Numbered
from matcher.problem import Line, ProblemTalent
from matcher.roster import Roster
from matcher.together import split
from models.ids import TalentId
from models.months import Month

#: Twos are sought among so many talents, those with most hours free.
SHORT_LIST = 12


@contextmanager
def lifted(roster: Roster, line: int, talents: Sequence[int]) -> Iterator[dict[int, Sequence[int]]]:
    """The roster without these talents on the line; they are put back at the end."""
    taken = {talent: roster.drop(line, talent) for talent in talents}
    try:
        yield taken
    finally:
        for talent, hours in taken.items():
            roster.put(line, talent, hours)


class Case:
    """A line with unmet hours. Make it, and ask it, while the line is lifted."""

    def __init__(self, roster: Roster, line: int, taken: dict[int, Sequence[int]]) -> None:
        self.roster, self.line_at, self.taken = roster, line, taken
        self.numbered: Numbered = roster.numbered
        self.line = self.numbered.lines[line]
        self.left = roster.left[line]
        #: Months closed by declines; all of them where the pair is not offered at all.
        self.barred: defaultdict[TalentId, set[Month]] = defaultdict(set)
        for bar in self.numbered.problem.bars:
            if bar.line_id == self.line.line_id:
                self.barred[bar.talent_id].update(bar.months or self.numbered.months)
        #: Talents pinned to the line have said what they give: they are no candidates for more.
        self.others = [
            at for at in range(len(self.numbered.talents)) if not self.numbered.is_pinned(line, at)
        ]
        self._static: dict[int, frozenset[str]] = {}
        self._toll: dict[int, tuple[int, ...]] = {}

    @property
    def replaced(self) -> tuple[TalentId, ...]:
        """The talents lifted off the line."""
        return self.ids(tuple(self.taken))

    def ids(self, talents: Sequence[int]) -> tuple[TalentId, ...]:
        return tuple(self.numbered.talents[at].talent_id for at in talents)

    def room(self) -> int:
        """How many more people the line may have; not more than 0 where it is full."""
        return self.line.people - len(self.roster.on[self.line_at])

    def left_by_month(self) -> dict[Month, int]:
        """Quarters left of the line, without zeros."""
        return {m: left for m, left in zip(self.numbered.months, self.left, strict=True) if left}

    def pm_line(self) -> Line | None:
        """The smallest PM line of the request that asks for hours; None where there is none."""
        lines = [self.numbered.lines[at] for at in self.numbered.chained[self.line_at] or ()]
        asking = [line for line in lines if line.asked]
        return min(asking, key=lambda line: line.asked, default=None)

    def is_scrap(self) -> bool:
        """Whether pins leave less than a block in every month, which nobody else may take."""
        problem, line = self.numbered.problem, self.line
        return all(left < least(problem, line, m) for m, left in self.left_by_month().items())

    def newcomer(self, line: Line, hours: dict[Month, int]) -> ProblemTalent:
        """Somebody new with just what a line needs."""
        known = self.numbered.talent_at
        name = next(n for n in map(f"new-{line.role}-{{}}".format, count(1)) if n not in known)
        return ProblemTalent(
            talent_id=TalentId(name),
            roles=(line.role,),
            skills=line.skills,
            contract_from=self.numbered.months[0],
            contract_until=self.numbered.months[-1],
            capacity=hours,
        )

    def able(self) -> tuple[int, ...]:
        """One talent, or two where the line allows, who could serve all that is left; or none."""
        if self.room() < 1:
            return ()
        return self.one_able() or (self.two_able() if self.room() > 1 else ())

    def one_able(self) -> tuple[int, ...]:
        """A talent who could serve all that is left, were the line to take one more."""
        return next(((at,) for at in self._free_talents() if self.lack(at) == {}), ())

    def two_able(self) -> tuple[int, ...]:
        """Two talents who could serve all that is left, were the line to take two more."""
        offers = []
        for at in self._free_talents():
            pair = self.numbered.pair(self.line_at, at)
            if offer := single(self.roster, self.line_at, pair, 1):
                offers.append((-offer.quarters, at, pair))
        best = [pair for _, _, pair in sorted(offers, key=lambda o: o[:2])[:SHORT_LIST]]
        for one, two in combinations(best, 2):
            both = split(self.roster, self.line_at, one, two)
            if both and both.quarters == sum(self.left):
                return one.talent, two.talent
        return ()

    def rounded(self, talent: ProblemTalent, lacks: dict[Month, int]) -> dict[Month, int]:
        """Capacity to add so that nothing is lacking, in whole blocks."""
        block = max(1, self.numbered.problem.block)
        more = {}
        for month, short in lacks.items():
            # What the overhead eats before the first hour for a line.
            eaten = max(0, talent.overhead - talent.capacity.get(month, 0))
            more[month] = -(-(short + eaten) // block) * block
        return more

    def _free_talents(self) -> Iterator[int]:
        on = self.roster.on[self.line_at]
        return (at for at in self.others if at not in on and not self.static(at))

    def static(self, at: int) -> frozenset[str]:
        """The conditions a talent fails, hours aside."""
        found = self._static.get(at)
        if found is None:
            lost = self.numbered.losses(self.line, self.numbered.talents[at])
            found = self._static[at] = frozenset(lost) - {"hours"}
        return found

    def lack(
        self, at: int, talent: ProblemTalent | None = None, *, asked_again: bool = False
    ) -> dict[Month, int] | None:
        """Quarters by month that a talent lacks to give all that is left; empty: none.

        None where hours are not what is missing. `talent` stands in for talent `at`, with other
        properties; `asked_again` takes their declines back.
        """
        mine = talent or self.numbered.talents[at]
        barred = set() if asked_again else self.barred[mine.talent_id]
        lacks: dict[Month, int] = {}
        for month_at, left in enumerate(self.left):
            if not left:
                continue
            month = self.numbered.months[month_at]
            if (
                not mine.contract_from <= month <= mine.contract_until
                or month in barred
                or left < least(self.numbered.problem, self.line, month)
                or not self.has_place(at, month_at, mine.municipalities_at_once)
                or not self.is_apart(at, month_at)
            ):
                return None
            used = self.numbered.free[at][month_at] - self.roster.free[at][month_at]
            if (short := left + self.toll(at, month_at) - (free(mine, month) - used)) > 0:
                lacks[month] = short
        return lacks

    def has_place(self, at: int, month: int, at_once: int) -> bool:
        """Whether a talent may serve the line's municipality in a month besides what they do."""
        served = self.roster.at_places[at][month]
        return len(served) < at_once or self.numbered.place[self.line_at] in served

    def is_apart(self, at: int, month: int) -> bool:
        """Whether no exclusive line, this one or another, keeps a talent away in a month."""
        roster = self.roster
        if self.line.exclusive:
            return not roster.at_places[at][month]
        return not roster.alone[at][month]

    def toll(self, at: int, month: int) -> int:
        """Quarters that the talent loses to overhead in a month of work on the line."""
        toll = self._toll.get(at)
        if toll is None:
            toll = self._toll[at] = self.numbered.pair(self.line_at, at).toll
        return toll[month] if toll else 0
