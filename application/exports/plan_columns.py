"""What the tables of a plan have in common: whose line, which months, and the row of totals."""

from collections.abc import Sequence

from application.exports.tables import Head, Holds, Table, Value, sums
from application.views.hours import Hours
from application.views.line_names import LineName
from application.views.plan import AssignmentView, PlanView
from models.ids import TalentId
from wording import labels
from wording.words import Words


class PlanColumns:
    """Cells and heads of a view, in the words of whoever reads."""

    def __init__(self, view: PlanView, words: Words) -> None:
        self.view, self.words = view, words

    def months(self, hours: Hours) -> list[int]:
        """Quarters in each of the plan's months."""
        return [hours.get(month, 0) for month in self.view.plan.months]

    def month_heads(self) -> tuple[Head, ...]:
        """The columns of `months`."""
        return tuple(Head(month, Holds.HOURS, 9) for month in self.view.plan.months)

    def worked_heads(self) -> tuple[Head, ...]:
        """A column for what was worked before the plan's months, where anything was."""
        if not self.view.worked:
            return ()
        return (Head(self.words("figure_worked"), Holds.HOURS, 12),)

    def worked_cells(self, hours: int) -> list[int]:
        """The cell of `worked_heads`."""
        return [hours] if self.view.worked else []

    def places_of(self, codes: Sequence[str]) -> str:
        """The municipalities' names; several ask jointly."""
        names = "、".join(map(self.words.reader.places.name, codes))
        return self.words("jointly", places=names) if len(codes) > 1 else names

    def line(self, name: LineName) -> list[Value]:
        """Cells that say which line: request, municipality, title, number, role."""
        lang = self.words.lang
        return [
            name.request_id,
            self.places_of(name.municipalities),
            labels.titled(name.title, lang, sample=name.sample),
            name.line,
            labels.role(name.role, lang, short=True),
        ]

    def line_heads(self) -> tuple[Head, ...]:
        """The columns of `line`."""
        return (
            Head(self.words("head_request"), width=10, frozen=True),
            Head(self.words("head_municipality"), width=16, frozen=True),
            Head(self.words("head_title"), width=40, frozen=True),
            Head(self.words("head_line"), Holds.COUNT, 5, frozen=True),
            Head(self.words("head_role"), width=16, frozen=True),
        )

    def talent(self, talent_id: TalentId) -> list[Value]:
        """Cells that say which talent: id, and name where people are given."""
        people = self.view.people
        return [talent_id, people.get(talent_id, "")] if people else [talent_id]

    def talent_heads(self) -> tuple[Head, ...]:
        """The columns of `talent`."""
        heads = (Head(self.words("head_talent"), width=10, frozen=True),)
        if not self.view.people:
            return heads
        return (*heads, Head(self.words("head_name"), width=14, frozen=True))

    def match(self, assignment: AssignmentView) -> list[Value]:
        """Cells that say what has become of an assignment, and the id to decide about it."""
        if not self.view.with_matches:
            return []
        found = assignment.match
        if found is None:
            return ["", ""]
        fixed = self.words("fixed_by_hand") if found.fixed_by_hand else ""
        return [self.words.shown("state", found.state) + fixed, found.match_id]

    def match_heads(self) -> tuple[Head, ...]:
        """The columns of `match`."""
        if not self.view.with_matches:
            return ()
        return (
            Head(self.words("head_state"), width=14),
            Head(self.words("head_match"), width=20),
        )

    def table(
        self,
        name: str,
        stem: str,
        heads: tuple[Head, ...],
        rows: Sequence[Sequence[Value]],
        hours: Sequence[Sequence[int]],
    ) -> Table:
        """A table with a row of totals below its columns of hours; `name` is the sheet's code."""
        columns = [at for at, head in enumerate(heads) if head.holds is Holds.HOURS]
        total: list[Value] = [None] * len(heads)
        total[0] = self.words("figure_total")
        for at, value in zip(columns, sums(hours, len(columns)), strict=True):
            total[at] = value
        return Table(name=self.words(name), stem=stem, heads=heads, rows=rows, total=total)
