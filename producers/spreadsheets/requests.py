"""Rows become requests: one row a demand line, rows with the same request ID one request.

The columns of the request itself may be repeated or left empty below its first row, as in a sheet
with merged cells. A row with neither an ID nor anything else of a request continues the one above.
"""

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from models.codes import MunicipalityCode
from models.entities import DemandLine, Nature, Request, Role
from models.hours import MOST_ASKED, PER_HOUR
from models.ids import PoolId, RequestId
from models.phrase import Phrase
from models.validation import reasons
from producers.spreadsheets import cells
from producers.spreadsheets.cells import choice, identity, integer, within
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.municipalities import Municipalities
from producers.spreadsheets.rows import Row

#: A whole month for each of at most twenty people.
_MOST_HOURS = MOST_ASKED // PER_HOUR
_MOST_LINES = 50
_MOST_VENDORS = 50
_OF_REQUEST = (
    *("code", "place", "title", "theme"),
    *("nature", "urgency", "pm_in_place", "vendors", "owner", "operator"),
)


@dataclass(slots=True)
class _Gathering:
    """A request while its rows are read."""

    first: Row
    ident: str = ""
    said: dict[str, tuple[Any, str]] = field(default_factory=dict)  #: value and cell, by column
    lines: dict[int, str] = field(default_factory=dict)  #: cell of each line number
    unnumbered: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)
    made: list[DemandLine] = field(default_factory=list)
    number: int | None = None  #: of the line in the row above
    sound: bool = True


class RequestRows:
    """Takes the rows of a sheet one by one; then makes the requests."""

    def __init__(
        self, pool_id: PoolId, municipalities: Municipalities, *, was_sorted: bool = False
    ) -> None:
        self._pool_id = pool_id
        self._municipalities = municipalities
        self._was_sorted = was_sorted
        self._joined: list[tuple[int, str]] = []
        self._gathered: dict[str, _Gathering] = {}
        self._last: _Gathering | None = None

    def take(self, row: Row) -> None:
        """Read a row; what is wrong in it joins its faults."""
        before = len(row.faults.found)
        gathering = self._last = self._gathering(row)
        self._say(gathering, row)
        self._line(gathering, row)
        gathering.sound &= len(row.faults.found) == before

    def requests(self) -> tuple[Request, ...]:
        """Every request without a fault, in the order of the sheet."""
        made = (self._made(ident, gathering) for ident, gathering in self._gathered.items())
        return tuple(request for request in made if request is not None)

    def say_joined(self, faults: Faults) -> tuple[tuple[int, str], ...]:
        """A note of the rows without an ID; each with the request above that it became part of."""
        rows: dict[str, list[int]] = {}
        for number, ident in self._joined:
            rows.setdefault(ident, []).append(number)
        if rows:
            each = tuple(
                Phrase.of("rows_of_request", request_id=ident, rows=tuple(numbers))
                for ident, numbers in rows.items()
            )
            faults.note("rows_joined", count=len(self._joined), rows=each)
        return tuple(self._joined)

    def _gathering(self, row: Row) -> _Gathering:
        """The request a row belongs to; one that is never made where the row does not say."""
        if row.blank("request_id"):
            speaks = any(not row.blank(key) for key in _OF_REQUEST)
            if self._last is not None and not speaks:
                if self._last.ident:
                    self._joined.append((row.number, self._last.ident))
                if self._was_sorted:
                    row.add("row_sorted", "request_id", ident=self._last.ident)
                return self._last
            if speaks:
                row.add("empty", "request_id", name=row.title("request_id"))
            else:
                row.add("row_alone", "request_id")
            return _Gathering(row)
        ident = row.take("request_id", identity, "")
        if not ident:
            return _Gathering(row)
        return self._gathered.setdefault(ident, _Gathering(row, ident))

    def _say(self, gathering: _Gathering, row: Row) -> None:
        for key, value in self._stated(row).items():
            known = gathering.said.setdefault(key, (value, row.name(key)))
            if known[0] != value:
                row.add("differs", key, first=known[1])

    def _stated(self, row: Row) -> dict[str, Any]:
        """What a row says of the request as a whole."""
        said = {
            "title": row.take("title", within(200), None),
            "theme": row.take("theme", within(80), None),
            "nature": row.take("nature", choice("natures"), None),
            "urgency": row.take("urgency", choice("urgencies"), None),
            "pm_in_place": row.take("pm_in_place", choice("yes_no"), None),
            "vendors": row.take("vendors", cells.corporate_numbers(_MOST_VENDORS), None),
            "owner": row.take("owner", within(80), None),
            "operator": row.take("operator", within(80), None),
            "code": self._places(row),
        }
        return {key: value for key, value in said.items() if value is not None}

    def _places(self, row: Row) -> tuple[MunicipalityCode, ...] | None:
        coded = row.take("code", self._municipalities.by_code, None)
        self._municipalities.say_mended(row, "code")
        if coded is None:
            # A wrong code is not made good by a name beside it.
            if not row.blank("code"):
                return None
            alone = row.take("place", self._municipalities.by_name, None)
            self._municipalities.say_mended(row, "place")
            return alone
        named = row.take("place", self._municipalities.by_name, coded)
        self._municipalities.say_mended(row, "place")
        if set(named) != set(coded):
            row.add("code_name_differ", "place", codes=coded)
        return coded

    def _line(self, gathering: _Gathering, row: Row) -> None:
        yes_no = choice("yes_no")
        role = row.need("role", choice("roles"))
        before = len(row.faults.found)
        hours = row.hours(cells.hours(_MOST_HOURS))
        if not hours and len(row.faults.found) == before:
            row.add("no_hours", "role")
        skills = row.take("skills", cells.skills, {})
        number = row.take("line", integer(1, 999), None)
        if number and gathering.number and row.blank("request_id") and number < gathering.number:
            # Numbers that fall belong to rows that stood elsewhere before somebody sorted them.
            row.add("row_sorted", "request_id", ident=gathering.ident)
        gathering.number = number
        fields = {
            "role": role,
            "hours": hours,
            "skills": skills,
            "people": row.take("people", integer(1, 20), 1),
            "minimum_percent": row.take("minimum_percent", integer(0, 100), 50),
            "on_site_percent": row.take("on_site_percent", integer(0, 100), 0),
            "exclusive": row.take("exclusive", yes_no, "no") == "yes",
        }
        if number is not None and number in gathering.lines:
            row.add("line_twice", "line", first=gathering.lines[number])
        elif number is not None:
            gathering.lines[number] = row.name("line")
        if role is None or not hours:
            return
        if number is None:
            gathering.unnumbered.append((row, fields))
        else:
            self._add(gathering, row, number, fields)

    def _made(self, ident: str, gathering: _Gathering) -> Request | None:
        row = gathering.first
        free = (n for n in range(1, 1000) if n not in gathering.lines)
        for each, fields in gathering.unnumbered:
            self._add(gathering, each, next(free, 0), fields)
        before = len(row.faults.found)
        for key in ("title", "code"):
            if key not in gathering.said and gathering.sound:
                shown = key if key in row.layout.at else "place"
                row.faults.add("empty", cell=row.name(shown), name=row.title(shown))
        if len(gathering.made) > _MOST_LINES:
            row.add("too_many", "request_id", limit=_MOST_LINES)
        if not gathering.sound or len(row.faults.found) > before:
            return None
        said = {key: value for key, (value, _) in gathering.said.items()}
        try:
            return Request(
                pool_id=self._pool_id,
                request_id=RequestId(ident),
                title=said["title"],
                theme=said.get("theme", ""),
                nature=Nature(said.get("nature", "continuous")),
                municipalities=said["code"],
                urgency=int(said.get("urgency", 1)),
                pm_in_place=said.get("pm_in_place") == "yes",
                vendors=said.get("vendors", ()),
                owner=said.get("owner", ""),
                operator=said.get("operator", ""),
                lines=tuple(sorted(gathering.made, key=lambda line: line.line)),
            )
        except ValidationError as error:
            row.add("refused", "request_id", why=reasons(error))
            return None

    def _add(self, gathering: _Gathering, row: Row, number: int, fields: dict[str, Any]) -> None:
        try:
            line = DemandLine(line=number, **{**fields, "role": Role(fields["role"])})
        except ValidationError as error:
            row.add("refused", "role", why=reasons(error))
            gathering.sound = False
        else:
            gathering.made.append(line)
