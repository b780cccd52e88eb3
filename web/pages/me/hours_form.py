"""The grid of months as it is typed: what stands in it, what was copied, what leave takes."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from starlette.datastructures import FormData

from application.views.own_hours import OwnHours, OwnMonth
from application.views.working_month import days_off
from models.hours import decimal
from models.months import Month, month_of
from models.phrase import Phrase
from models.unfit import Unfit
from web.frame.form_errors import FormErrors
from wording.typed.days import days
from wording.typed.values import hours


def name_of(month: Month) -> str:
    """The field of a month."""
    return f"h-{month}"


@dataclass(slots=True)
class HoursForm:
    """What is typed in each month, as it was typed."""

    own: OwnHours
    typed: dict[Month, str]
    errors: FormErrors = field(default_factory=FormErrors)
    notes: list[Phrase] = field(default_factory=list)  #: what was filled in and is not saved yet

    @classmethod
    def of(cls, own: OwnHours, form: FormData | None = None) -> "HoursForm":
        """What came with a form; without one, what is stated."""
        stated = {each.month: decimal(each.stated) for each in own.months if each.under_contract}
        if form is None:
            return cls(own, stated)
        typed = {m: str(form.get(name_of(m), text)) for m, text in stated.items()}
        # Where nothing was typed, what others stated meanwhile stays.
        touched = {m: t for m, t in typed.items() if t != form.get(f"was-{name_of(m)}")}
        return cls(own, stated | touched)

    def read(self) -> dict[Month, int]:
        """Quarters; what cannot be read is noted."""
        found = {m: self.errors.read(name_of(m), text, hours) for m, text in self.typed.items()}
        return {month: amount for month, amount in found.items() if amount is not None}

    def copy(self, first: str) -> None:
        """What is typed in a month goes to every later one."""
        later = [month for month in self.typed if month > first]
        text = next((t for month, t in self.typed.items() if month == first), None)
        if text is None or not later:
            return
        self.typed.update(dict.fromkeys(later, text))
        self.notes.append(Phrase.of("web_me_copied", n=len(later)))

    def leave(self, first: str, last: str, closed: Collection[date]) -> None:
        """Days off become fewer hours, in proportion to the month's working days."""
        start = self.errors.read("first", first, _day)
        end = self.errors.read("last", last or first, _day)
        if start is None or end is None:
            return
        months = {each.month: each for each in self.own.months}
        if end < start:
            self.errors.add("last", Phrase.of("web_me_leave_order"))
        elif not min(months) <= month_of(start) <= month_of(end) <= max(months):
            self.errors.add("first", Phrase.of("web_me_leave_outside"))
        else:
            amounts = self.read()
            for month, days in days_off(start, end, closed).items():
                if month in amounts:
                    self._take(months[month], amounts[month], days)
            if not self.notes and not self.errors:
                self.notes.append(Phrase.of("web_me_leave_no_workday"))

    def _take(self, month: OwnMonth, amount: int, days: int) -> None:
        left = month.working.less(amount, days)
        self.typed[month.month] = decimal(left)
        self.notes.append(
            Phrase.of(
                "web_me_leave_taken",
                month=month.month,
                days=days,
                of=month.working.days,
                before=amount,
                after=left,
            )
        )


def _day(written: str) -> date:
    """As a date field writes it, or as people do. Raises Unfit."""
    [found, *more] = days(written)
    if more:
        raise Unfit("web_me_one_day")
    return found
