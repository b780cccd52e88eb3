"""The plan as a board: people or places by months, and what somebody looks for on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from application.views.hours import Hours, summed
from application.views.line_names import LineName
from application.views.paged import Paged, paged
from application.views.place_hours import PlaceHours
from application.views.plan import AssignmentView, PlanView, UnmetView
from application.views.search_text import found_in
from application.views.talent_hours import TalentHours
from models.codes import MunicipalityCode
from models.entities import Role
from models.ids import TalentId
from models.months import Month
from producers.ports import Places

#: Rows of a page: large pools are turned over.
TALENTS, PLACES, TIMELINES, UNMET = 50, 60, 20, 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What somebody wants to see of the plan."""

    role: Role | None = None
    place: MunicipalityCode | None = None
    text: str = ""
    page: int = 1
    unmet_page: int = 1

    @property
    def narrows(self) -> bool:
        """Whether something is left out."""
        return bool(self.role or self.place or self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A month of a row: how much of what there is; `full` by a word too, never by colour alone."""

    month: Month
    part: int
    whole: int
    level: str  #: off, l0 to l4

    @property
    def full(self) -> bool:
        """Whether nothing is left."""
        return self.level == "l4"


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentRow:
    """A talent's months."""

    hours: TalentHours
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """The months of a municipality, or of several that ask jointly."""

    hours: PlaceHours
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that a talent does, one row for each line."""

    talent_id: TalentId
    rows: tuple[AssignmentView, ...]

    @property
    def by_month(self) -> Hours:
        """The hours of all rows."""
        return summed(row.hours for row in self.rows)


@dataclass(frozen=True, kw_only=True)
class PlanBoard:
    """A plan, and of its rows those that somebody looks for."""

    view: PlanView
    look: Look
    places_asked: tuple[MunicipalityCode, ...]  #: that may be chosen
    unmet: Paged[UnmetView]
    unmet_hours: int  #: of all lines that are shown, whatever the page
    talents: Paged[TalentRow] | None = None
    places: Paged[PlaceRow] | None = None
    timelines: Paged[Timeline] | None = None

    @cached_property
    def fixed(self) -> int:
        """Assignments that no new plan moves."""
        return sum(bool(row.match and row.match.pinned) for row in self.view.assignments)


def plan_board(view: PlanView, by: str, look: Look, places: Places) -> PlanBoard:
    """The board by `talent`, `place` or `time`."""
    seen = _Seen(view, look, places)
    unmet = tuple(row for row in view.unmet if seen.line(row.name))
    return PlanBoard(
        view=view,
        look=look,
        places_asked=tuple(sorted({c for row in view.places for c in row.municipalities})),
        unmet=paged(unmet, look.unmet_page, UNMET),
        unmet_hours=sum(row.unmet.hours for row in unmet),
        talents=paged(tuple(seen.talents()), look.page, TALENTS) if by == "talent" else None,
        places=paged(tuple(seen.places()), look.page, PLACES) if by == "place" else None,
        timelines=paged(tuple(seen.timelines()), look.page, TIMELINES) if by == "time" else None,
    )


def timeline_of(view: PlanView, talent_id: TalentId) -> Timeline:
    """All that one talent does."""
    rows = tuple(row for row in view.assignments if row.talent_id == talent_id)
    return Timeline(talent_id=talent_id, rows=rows)


def level(part: int, whole: int) -> str:
    """How much of what there is: none, under half, under four fifths, less than all, all."""
    if not part:
        return "l0"
    if part >= whole:
        return "l4"
    return "l1" if part * 2 < whole else "l2" if part * 5 < whole * 4 else "l3"


class _Seen:
    """What of a plan somebody looks for."""

    def __init__(self, view: PlanView, look: Look, places: Places) -> None:
        self._view, self._look, self._places = view, look, places
        self._serving: dict[TalentId, list[AssignmentView]] = {}
        for row in view.assignments:
            self._serving.setdefault(row.talent_id, []).append(row)

    def line(self, name: LineName) -> bool:
        """Whether a line is looked for, by its names."""
        look, codes = self._look, name.municipalities
        if look.role and name.role != look.role.value:
            return False
        if look.place and look.place not in codes:
            return False
        return found_in(look.text, (*self._named(codes), name.title, name.line_id))

    def talents(self) -> Iterator[TalentRow]:
        """The rows of people."""
        for each in self._view.talents:
            if self._talent(each):
                yield TalentRow(hours=each, cells=tuple(_months_of(each)))

    def places(self) -> Iterator[PlaceRow]:
        """The rows of municipalities."""
        look, months = self._look, self._view.plan.months
        for each in self._view.places:
            wanted = look.place is None or look.place in each.municipalities
            if wanted and found_in(look.text, self._named(each.municipalities)):
                asked, given = each.asked_by_month, each.served_by_month
                cells = tuple(_cell(m, given.get(m, 0), asked.get(m, 0)) for m in months)
                yield PlaceRow(hours=each, cells=cells)

    def timelines(self) -> Iterator[Timeline]:
        """The rows of people with what they do."""
        for each in self._view.talents:
            if self._talent(each):
                rows = tuple(self._serving.get(each.talent_id, ()))
                yield Timeline(talent_id=each.talent_id, rows=rows)

    def _talent(self, each: TalentHours) -> bool:
        look, own = self._look, self._serving.get(each.talent_id, ())
        if look.role and look.role not in each.talent.roles:
            return False
        if look.place and not any(look.place in row.name.municipalities for row in own):
            return False
        texts = [each.talent_id, self._view.people.get(each.talent_id, "")]
        texts += [text for row in own for text in (row.name.title, row.name.line_id)]
        texts += [name for row in own for name in self._named(row.name.municipalities)]
        return found_in(look.text, texts)

    def _named(self, codes: tuple[MunicipalityCode, ...]) -> tuple[str, ...]:
        return tuple(self._places.name(code) for code in codes)


def _months_of(each: TalentHours) -> Iterator[Cell]:
    talent = each.talent
    for month, of in each.months.items():
        if not of.used and not talent.contract_from <= month <= talent.last_month:
            yield Cell(month=month, part=0, whole=0, level="off")
        else:
            yield _cell(month, of.used, of.available)


def _cell(month: Month, part: int, whole: int) -> Cell:
    return Cell(month=month, part=part, whole=whole, level=level(part, whole))
