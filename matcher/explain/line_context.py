"""One line lifted off a plan, and what then stands between each talent and the line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations, count

from matcher.eligibility.conditions import NATURE
from matcher.eligibility.eligibility import free, least
from matcher.explain.eligibility_table import EligibilityTable
from matcher.problem import Line, ProblemTalent
from matcher.roster.indexed_problem import IndexedProblem
from matcher.roster.pair_insertion import split
from matcher.roster.roster import Roster
from matcher.roster.single_insertion import single
from models.entities import Form
from models.hours import MOST_IN_A_MONTH
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


class LineContext:
    """A line with unmet hours. Make it, and ask it, while the line is lifted."""

    def __init__(
        self,
        eligibility: EligibilityTable,
        roster: Roster,
        line: int,
        taken: dict[int, Sequence[int]],
    ) -> None:
        self.eligibility, self.roster, self.line_at, self.taken = eligibility, roster, line, taken
        self.numbered: IndexedProblem = roster.numbered
        self.line = self.numbered.lines[line]
        self.left = roster.left[line]
        self.least = [
            least(self.numbered.problem, self.line, month) for month in self.numbered.months
        ]
        #: Talents pinned to the line have said what they give: they are no candidates for more.
        self.others = eligibility.unpinned(line)
        self._failed = eligibility.failed(line)
        self._lacks: dict[int, dict[Month, int] | None] = {}

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
        return all(left < low for left, low in zip(self.left, self.least, strict=True) if left)

    def newcomer(self, line: Line, hours: dict[Month, int]) -> ProblemTalent | None:
        """Somebody new with just what a line needs.

        None where no form may do the work, or where it is more than one person can do in a month.
        """
        if max(hours.values(), default=0) > MOST_IN_A_MONTH:
            return None
        known, months = self.numbered.talent_at, self.numbered.months
        name = next(n for n in map(f"new-{line.role}-{{}}".format, count(1)) if n not in known)
        for form in Form:
            talent = ProblemTalent(
                talent_id=TalentId(name),
                roles=(line.role,),
                skills=line.skills,
                form=form,
                contract_from=months[0],
                contract_until=months[-1],
                capacity=hours,
                trained_from=months[0],
            )
            lasts = all(month <= talent.last_month for month in hours)
            if lasts and NATURE.holds(self.numbered.problem, line, talent):
                return talent
        return None

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
        best = sorted(offers, key=lambda o: o[:2])[:SHORT_LIST]
        all_of_it = sum(self.left)
        for (fewer, _, one), (less, _, two) in combinations(best, 2):
            if -fewer - less < all_of_it:
                continue  # not even without standing in each other's way
            both = split(self.roster, self.line_at, one, two)
            if both and both.quarters == all_of_it:
                return one.talent, two.talent
        return ()

    def rounded(self, talent: ProblemTalent, lacks: dict[Month, int]) -> dict[Month, int] | None:
        """Capacity to state besides, so that nothing is lacking, in whole blocks.

        None where the talent's month, with all their other work and overhead, has no such hours.
        """
        problem = self.numbered.problem
        block = max(1, problem.block)
        more = {}
        for month, lack in lacks.items():
            short = lack
            if problem.workdays and month == problem.months[0]:
                if not problem.workdays.left:
                    return None
                # Of what is stated for a month that has begun, the days left count.
                short = problem.workdays.stated(lack)
            # What the overhead eats before the first hour for a line.
            eaten = max(0, talent.overhead - talent.capacity.get(month, 0))
            more[month] = -(-(short + eaten) // block) * block
            if talent.capacity.get(month, 0) + more[month] > MOST_IN_A_MONTH:
                # A whole block more may be too much where just what is lacking is not.
                more[month] = short + eaten
            if talent.capacity.get(month, 0) + more[month] > MOST_IN_A_MONTH:
                return None
        return more

    def _free_talents(self) -> Iterator[int]:
        on = self.roster.on[self.line_at]
        return (at for at in self.others if not self._failed[at] and at not in on)

    def static(self, at: int) -> frozenset[str]:
        """The conditions a talent fails, hours aside."""
        return self._failed[at]

    def open_months(self, at: int) -> list[int]:
        """Months asked that contract, training and declines leave open."""
        mask = self.eligibility.open_months(self.line_at, at)
        return [month for month in range(len(self.left)) if mask >> month & 1]

    def lack(
        self,
        at: int,
        talent: ProblemTalent | None = None,
        *,
        asked_again: bool = False,
        shared: bool = False,
    ) -> dict[Month, int] | None:
        """Quarters by month that a talent lacks to give all that is left; empty: none.

        None where hours are not what is missing. `talent` stands in for talent `at`, with other
        properties; `asked_again` takes their declines back; `shared`: no line is exclusive.
        """
        if talent or asked_again or shared:
            return self._lack(at, talent, asked_again=asked_again, shared=shared)
        if at not in self._lacks:
            self._lacks[at] = self._lack(at, None, asked_again=False, shared=False)
        return self._lacks[at]

    def _lack(
        self, at: int, talent: ProblemTalent | None, *, asked_again: bool, shared: bool
    ) -> dict[Month, int] | None:
        mine = talent or self.numbered.talents[at]
        open_to = self.eligibility.open_to(talent)[1] if talent else self.eligibility.trained(at)
        if not asked_again:
            open_to &= ~self.eligibility.barred(self.line_at, at)
        lacks: dict[Month, int] = {}
        had, has = self.numbered.free[at], self.roster.free[at]
        for month_at, left in enumerate(self.left):
            if not left:
                continue
            if (
                not open_to >> month_at & 1
                or left < self.least[month_at]
                or not self.has_place(at, month_at, mine.municipalities_at_once)
                or not (shared or self.is_apart(at, month_at))
            ):
                return None
            hours = has[month_at]
            if talent:
                hours += free(talent, self.numbered.months[month_at]) - had[month_at]
            if (short := left + self.toll(at, month_at) - hours) > 0:
                lacks[self.numbered.months[month_at]] = short
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
        toll = self.eligibility.toll(self.line_at, at)
        return toll[month] if toll else 0
