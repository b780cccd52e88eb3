"""What was typed, as a request; and everything that is wrong with it, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from application.drafting.months import months_between
from application.drafting.steps import Step, step_of
from models.drafts import TypedLine, TypedRequest
from models.entities import Request
from models.ids import PoolId, RequestId
from models.phrase import Param, Phrase
from models.unfit import Unfit
from models.validation import cause, own_errors
from models.written import plain
from producers.ports import Places
from wording.fields import readers
from wording.typed.values import hours as read_hours

#: Where a request has no id yet.
NEW = RequestId("R-new")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a field, by its name in the form."""

    field: str
    said: Phrase

    @property
    def step(self) -> Step:
        """Where it can be mended."""
        return step_of(self.field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The request that was typed; none where something is wrong."""

    request: Request | None
    wrong: tuple[Wrong, ...]
    nearly: Request | None  #: with something right in the places of what is wrong, if it can be

    def of_step(self, step: Step) -> tuple[Wrong, ...]:
        """What is wrong in one step."""
        return tuple(each for each in self.wrong if each.step is step)


def read(
    content: TypedRequest,
    pool_id: PoolId,
    places: Places,
    *,
    request_id: RequestId = NEW,
    base: Request | None = None,
) -> Read:
    """The request; of an amendment with what `base` has and no form asks."""
    reading = _Reading(pool_id, places)
    document: dict[str, Any] = {
        "pool_id": pool_id,
        "request_id": request_id,
        "title": content.title.strip(),
        "theme": content.theme.strip(),
        "nature": reading.value("nature", content.nature, "continuous"),
        "urgency": reading.value("urgency", content.urgency, 1),
        "municipalities": reading.places(content.municipalities),
        "pm_in_place": content.pm_in_place,
        "owner": content.owner.strip(),
        "operator": content.operator.strip(),
        "vendors": reading.value("vendors", content.vendors, []) if content.vendors.strip() else [],
        "lines": [reading.line(line) for line in content.lines],
    }
    reading.months(content)
    if base is not None:
        document |= {name: getattr(base, name) for name in ("revision", "status", "sample")}
        document["retired"] = base.retired
    request = _valid(document, content, reading)
    return Read(
        request=None if reading.wrong else request, wrong=tuple(reading.wrong), nearly=request
    )


class _Reading:
    """Gathers what is wrong, and goes on with something that is not."""

    def __init__(self, pool_id: PoolId, places: Places) -> None:
        self._pool_id, self._places = pool_id, places
        self.wrong: list[Wrong] = []

    def value(self, name: str, typed: str, otherwise: Any, *, line: int | None = None) -> Any:
        """What the field's reader makes of it."""
        try:
            return readers.value(name, typed, self._places, self._pool_id)
        except Unfit as unfit:
            self._add(_key(name, line), _where(name, line), unfit.of(typed))
            return otherwise

    def places(self, typed: str) -> list[str]:
        """Codes of municipalities; of the pool's prefecture itself where none can be read."""
        stand_in: list[str] = list(self._places.codes(self._pool_id)[:1])
        if not typed.strip():
            self._add("municipalities", ("municipalities",), Phrase.of("invalid_empty"))
            return stand_in
        return list(self.value("municipalities", typed, stand_in))

    def line(self, line: TypedLine) -> dict[str, Any]:
        """A line as a document, hours in quarters."""
        number = line.number
        asked: dict[str, Any] = {
            "line": number,
            "role": self.value("role", line.role, "engineer", line=number),
            "skills": self.value("skills", line.skills, {}, line=number) if line.skills else {},
            "exclusive": line.exclusive,
            "hours": self._hours(line),
        }
        for name, otherwise in (("people", 1), ("minimum_percent", 50), ("on_site_percent", 0)):
            asked[name] = self.value(name, getattr(line, name), otherwise, line=number)
        return asked

    def months(self, content: TypedRequest) -> None:
        """Whether the months shown are months."""
        try:
            months_between(content.first, content.last)
        except Unfit as unfit:
            name = "last" if unfit.phrase.code.startswith("draft_") else "first"
            self.wrong.append(Wrong(name, unfit.of(content.first).phrase))

    def _hours(self, line: TypedLine) -> dict[str, int]:
        found: dict[str, int] = {}
        for month, typed in line.hours.items():
            if not plain(typed):
                continue
            try:
                found[month] = read_hours(typed)
            except Unfit as unfit:
                where = (Phrase.of("draft_line", n=line.number), Phrase.of("as_month", value=month))
                self._add(f"hours-{line.number}-{month}", where, unfit.of(typed))
                found[month] = 4
        return found

    def _add(self, key: str, where: tuple[Param, ...], said: Unfit | Phrase) -> None:
        phrase = said.phrase if isinstance(said, Unfit) else said
        code = "draft_wrong" if isinstance(said, Unfit) else "invalid_field"
        self.wrong.append(Wrong(key, Phrase.of(code, where=where, wrong=phrase)))


def _valid(document: Mapping[str, Any], content: TypedRequest, reading: _Reading) -> Request | None:
    """The request; what its own rules refuse joins what is wrong."""
    try:
        return Request.model_validate(document)
    except ValidationError as error:
        known = {each.field for each in reading.wrong}
        for each in own_errors(error):
            key, where = _named(each["loc"], content)
            if key not in known:
                wrong = Phrase.of("invalid_field", where=where, wrong=cause(each))
                if key == "lines" and not content.lines:
                    wrong = Phrase.of("draft_no_line")  # there is no field to write into
                reading.wrong.append(Wrong(key, wrong))
        return None


def _named(loc: tuple[int | str, ...], content: TypedRequest) -> tuple[str, tuple[Param, ...]]:
    """The name of the field in the form, and what people call it."""
    match [part for part in loc if part != "[key]"]:
        case ["lines", int(at)]:
            line = content.lines[at]
            months = list(line.hours) or [content.first]
            return f"hours-{line.number}-{months[0]}", (Phrase.of("draft_line", n=line.number),)
        case ["lines", int(at), "hours", str(month), *_]:
            number = content.lines[at].number
            where = (Phrase.of("draft_line", n=number), Phrase.of("as_month", value=month))
            return f"hours-{number}-{month}", where
        case ["lines", int(at), "hours", *_]:
            number = content.lines[at].number
            return f"hours-{number}-{content.first}", (Phrase.of("draft_line", n=number), "hours")
        case ["lines", int(at), str(name), *_]:
            number = content.lines[at].number
            return _key(name, number), _where(name, number)
        case [str(name), *_]:
            return name, (name,)
    return "municipalities", ()


def _key(name: str, line: int | None) -> str:
    return name if line is None else f"{name}-{line}"


def _where(name: str, line: int | None) -> tuple[Param, ...]:
    return (name,) if line is None else (Phrase.of("draft_line", n=line), name)
