"""What the tables of a plan have in common: whose line, which months, in which language."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from application.exports.tables import Head, Holds, Table, Value, sums
from matcher.plan import Enough, Plan
from matcher.problem import Assignment
from models.codes import prefecture_code
from models.entities import Person, Request, RequestStatus, Talent
from models.match import Match
from models.months import Month
from models.worked_hours import Worked
from producers.ports import Places
from wording import Lang, Words, explain, labels


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """A plan with the requests, talents and places its ids stand for."""

    plan: Plan
    requests: Sequence[Request]
    talents: Sequence[Talent]
    places: Places
    lang: Lang = "ja"
    people: Sequence[Person] = ()  #: where given, names stand beside the ids
    worked: Sequence[Worked] = ()  #: hours of months that are over, as agreed
    matches: Sequence[Match] = ()  #: where given, their state and id stand beside the hours

    @cached_property
    def words(self) -> Words:
        """What turns facts into sentences, with the names of places."""
        return Words(self.lang, self.places)

    def say(self, ja: str, en: str) -> str:
        """One of two words."""
        return en if self.lang == "en" else ja

    def open(self) -> list[Request]:
        """The requests that are not withdrawn, in order of id."""
        return sorted(
            (r for r in self.requests if r.status is RequestStatus.OPEN),
            key=lambda request: request.request_id,
        )

    def asked(self, request: Request) -> int:
        """Quarters of a request that are planned: those served and those missed."""
        return self._asked[request.request_id]

    def months(self, hours: Mapping[Month, int]) -> list[int]:
        """Quarters in each of the plan's months."""
        return [hours.get(month, 0) for month in self.plan.months]

    def summed(self, assignments: Sequence[Assignment]) -> list[int]:
        """Quarters of several assignments in each of the plan's months."""
        return sums((self.months(a.hours) for a in assignments), len(self.plan.months))

    def by(self, key: Callable[[Assignment], str]) -> dict[str, list[Assignment]]:
        """Assignments in groups."""
        groups: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in self.plan.assignments:
            groups[key(assignment)].append(assignment)
        return groups

    def request_id(self, assignment: Assignment) -> str:
        """Whose line it is."""
        return assignment.line_id.rpartition("/")[0]

    def worked_heads(self) -> tuple[Head, ...]:
        """A column for what was worked before the plan's months, where anything was."""
        return (Head(self.say("実績（合意分）", "Worked"), Holds.HOURS, 12),) if self.worked else ()

    def worked_cells(self, hours: int) -> list[int]:
        """The cell of `worked_heads`."""
        return [hours] if self.worked else []

    def pool_name(self) -> str:
        """The prefecture of the pool."""
        return self.places.name(prefecture_code(self.plan.pool_id))

    def places_of(self, codes: Sequence[str]) -> str:
        """The municipalities' names; several ask jointly."""
        names = "、".join(map(self.places.name, codes))
        return names + self.say("（共同）", " (joint)") if len(codes) > 1 else names

    def line(self, line_id: str) -> list[Value]:
        """Cells that say which line: request, municipality, title, number, role."""
        ident, _, number = line_id.rpartition("/")
        request = self._request.get(ident)
        if request is None:
            return [ident, "", "", int(number), ""]
        role = next((x.role for x in request.lines if x.line == int(number)), "")
        return [
            ident,
            self.places_of(request.municipalities),
            labels.titled(request.title, self.lang, sample=request.sample),
            int(number),
            labels.role(role, self.lang, short=True),
        ]

    def line_heads(self) -> tuple[Head, ...]:
        """The columns of `line`."""
        return (
            Head(self.say("要請ID", "Request"), width=10, frozen=True),
            Head(self.say("市区町村", "Municipality"), width=16, frozen=True),
            Head(self.say("事業名", "Title"), width=40, frozen=True),
            Head(self.say("枠", "Line"), Holds.COUNT, 5, frozen=True),
            Head(self.say("役割", "Role"), width=16, frozen=True),
        )

    def talent(self, talent_id: str) -> list[Value]:
        """Cells that say which talent: id, and name where people are given."""
        return [talent_id, self._name.get(talent_id, "")] if self.people else [talent_id]

    def talent_heads(self) -> tuple[Head, ...]:
        """The columns of `talent`."""
        heads = (Head(self.say("人材ID", "Talent"), width=10, frozen=True),)
        if not self.people:
            return heads
        return (*heads, Head(self.say("氏名", "Name"), width=14, frozen=True))

    def match(self, assignment: Assignment) -> list[Value]:
        """Cells that say what has become of an assignment, and the id to decide about it."""
        if not self.matches:
            return []
        found = self._match.get(assignment.pair)
        if found is None:
            return ["", ""]
        fixed = self.say("・固定", " fixed") if found.fixed_by_hand else ""
        return [labels.state(found.state, self.lang, mark=False) + fixed, found.match_id]

    def match_heads(self) -> tuple[Head, ...]:
        """The columns of `match`."""
        if not self.matches:
            return ()
        return (
            Head(self.say("状態", "State"), width=14),
            Head(self.say("マッチID", "Match"), width=20),
        )

    def month_heads(self) -> tuple[Head, ...]:
        """A column for each of the plan's months."""
        return tuple(Head(month, Holds.HOURS, 9) for month in self.plan.months)

    def table(
        self,
        name: str,
        stem: str,
        heads: tuple[Head, ...],
        rows: Sequence[Sequence[Value]],
        hours: Sequence[Sequence[int]],
    ) -> Table:
        """A table with a row of totals below its columns of hours."""
        columns = [at for at, head in enumerate(heads) if head.holds is Holds.HOURS]
        total: list[Value] = [None] * len(heads)
        total[0] = self.say("計", "Total")
        for at, value in zip(columns, sums(hours, len(columns)), strict=True):
            total[at] = value
        return Table(name=name, stem=stem, heads=heads, rows=rows, total=total)

    def enough(self, change: Enough) -> str:
        """A change that would cover a line, in one sentence."""
        return explain.remedy(self.words, change)

    @cached_property
    def _asked(self) -> Counter[str]:
        asked = Counter({u.line_id: u.hours for u in self.plan.unmet})
        for assignment in self.plan.assignments:
            asked[assignment.line_id] += assignment.total
        of_requests: Counter[str] = Counter()
        for line_id, hours in asked.items():
            of_requests[line_id.rpartition("/")[0]] += hours
        return of_requests

    @cached_property
    def _match(self) -> dict[tuple[str, str], Match]:
        return {(match.line_id, match.talent_id): match for match in self.matches if match.live}

    @cached_property
    def _request(self) -> dict[str, Request]:
        return {request.request_id: request for request in self.requests}

    @cached_property
    def _name(self) -> dict[str, str]:
        return {person.talent_id: person.name for person in self.people}
