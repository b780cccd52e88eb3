"""The hours of talents by month: each figure is defined here, whoever shows it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from application.views.hours import Hours, in_months, rate, total
from matcher.plan import Plan
from matcher.ports import LedgerRow
from models.entities import Talent, TalentStatus
from models.ids import RequestId, TalentId, request_of
from models.months import Month
from models.worked_hours import Worked


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentMonth:
    """Quarters of a talent in one month."""

    available: int  #: 使える時間: capacity under contract, less the fixed overhead
    assigned: int  #: 割当: hours of work on demand lines
    travel: int  #: 移動: hours on the way to the visits of those lines

    @property
    def used(self) -> int:
        """使用: what is assigned and the way there."""
        return self.assigned + self.travel

    @property
    def free(self) -> int:
        """空き: what is available and not used."""
        return self.available - self.used


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentHours:
    """A talent's months, and what they add up to."""

    talent: Talent
    months: Mapping[Month, TalentMonth] = field(default_factory=dict)
    requests: frozenset[RequestId] = frozenset()  #: 担当: requests with hours of this talent
    worked: int = 0  #: 実績（合意分）: hours of months that are over

    @property
    def talent_id(self) -> TalentId:
        """Whose hours they are."""
        return self.talent.talent_id

    @property
    def available(self) -> Hours:
        """使える時間 by month."""
        return {month: of.available for month, of in self.months.items()}

    @property
    def assigned(self) -> Hours:
        """割当 by month."""
        return {month: of.assigned for month, of in self.months.items()}

    @property
    def travel(self) -> Hours:
        """移動 by month."""
        return {month: of.travel for month, of in self.months.items()}

    @property
    def used(self) -> Hours:
        """使用 by month."""
        return {month: of.used for month, of in self.months.items()}

    @property
    def free(self) -> Hours:
        """空き by month."""
        return {month: of.free for month, of in self.months.items()}

    @property
    def load(self) -> float | None:
        """稼働率: what is used of what is available."""
        return rate(total(self.used), total(self.available))


def talent_hours(
    talent: Talent,
    plan: Plan | None,
    ledger: Iterable[LedgerRow],
    worked: Iterable[Worked] = (),
    *,
    only: Month | None = None,
) -> TalentHours:
    """The months of the plan, as its ledger has them; those that the talent states without one."""
    rows = {row.month: row for row in ledger if row.talent_id == talent.talent_id}
    own = [a for a in (plan.assignments if plan else ()) if a.talent_id == talent.talent_id]
    given: defaultdict[Month, int] = defaultdict(int)
    for assignment in own:
        for month, amount in assignment.hours.items():
            given[month] += amount
    months = plan.months if plan else sorted(talent.capacity)
    return TalentHours(
        talent=talent,
        months={
            month: _month(talent, month, given[month], rows.get(month))
            for month in months
            if only in (None, month)
        },
        requests=frozenset(request_of(a.line_id) for a in own if in_months(a.hours, months)),
        worked=sum(w.hours for w in worked if w.talent_id == talent.talent_id),
    )


def all_talent_hours(
    talents: Sequence[Talent],
    plan: Plan,
    ledger: Sequence[LedgerRow],
    worked: Sequence[Worked],
    *,
    only: Month | None = None,
) -> tuple[TalentHours, ...]:
    """Everybody in the pool, and who has left and still has hours, in order of id."""
    rows: defaultdict[str, list[LedgerRow]] = defaultdict(list)
    for row in ledger:
        rows[row.talent_id].append(row)
    everybody = (
        talent_hours(talent, plan, rows[talent.talent_id], worked, only=only)
        for talent in sorted(talents, key=lambda each: each.talent_id)
    )
    return tuple(
        each
        for each in everybody
        if each.talent.status is TalentStatus.ACTIVE or each.requests or each.worked
    )


def _month(talent: Talent, month: Month, assigned: int, row: LedgerRow | None) -> TalentMonth:
    if row is None:
        return TalentMonth(available=talent.free(month), assigned=assigned, travel=0)
    return TalentMonth(
        available=row.capacity, assigned=assigned, travel=max(0, row.used - assigned)
    )
