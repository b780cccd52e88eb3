"""Requests and talents as the rows that a filled-in sheet of them has: what `read` understands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.entities import Person, Request, Talent
from models.hours import decimal
from models.months import Month
from producers.ports import Places
from wording import labels
from wording.reader import Lang

Content = str | int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """One row: what stands in the columns, by key, and quarters by month."""

    columns: dict[str, Content]
    hours: dict[Month, int]


def request_rows(
    requests: Iterable[Request],
    first: Month,
    places: Places,
    lang: Lang = "ja",
    *,
    stamped: bool = False,
) -> tuple[FilledRow, ...]:
    """A row for each demand line with hours from `first` on.

    What is the request's own stands in its first row alone. With `stamped` each row has the
    revision that it was written from.
    """
    rows: list[FilledRow] = []
    for request in requests:
        own: dict[str, Content] = {
            "code": _listed(request.municipalities),
            "place": _listed(places.name(code) for code in request.municipalities),
            "title": request.title,
            "theme": request.theme,
            "nature": labels.nature(request.nature, lang),
            "urgency": labels.urgency(request.urgency, lang),
            "pm_in_place": labels.yes_no(request.pm_in_place, lang),
            "vendors": _listed(request.vendors),
            "owner": request.owner,
            "operator": request.operator,
        }
        for line in request.lines:
            hours = _from(first, line.hours)
            if not hours:
                continue
            columns: dict[str, Content] = {
                "request_id": request.request_id,
                **own,
                "line": line.line,
                "role": labels.role(line.role, lang),
                "skills": _skills(line.skills),
                "people": line.people,
                "minimum_percent": line.minimum_percent,
                "on_site_percent": line.on_site_percent,
                "exclusive": labels.yes_no(line.exclusive, lang),
            }
            if stamped:
                columns["revision"] = request.revision
            rows.append(FilledRow(columns=columns, hours=hours))
            own = {}
    return tuple(rows)


def talent_rows(
    talents: Iterable[Talent],
    first: Month,
    places: Places,
    lang: Lang = "ja",
    people: Sequence[Person] = (),
    *,
    stamped: bool = False,
) -> tuple[FilledRow, ...]:
    """A row for each talent with hours from `first` on; names only of people who are given.

    With `stamped` each row has the revision that it was written from.
    """
    known = {person.talent_id: person for person in people}
    rows = []
    for talent in talents:
        hours = _from(first, talent.capacity)
        if not hours:
            continue
        person = known.get(talent.talent_id)
        waiver = talent.training_waiver
        columns: dict[str, Content] = {
            "talent_id": talent.talent_id,
            "name": person.name if person else "",
            "mail": person.mail if person else "",
            "note": person.note if person else "",
            "roles": _listed(labels.role(role, lang) for role in talent.roles),
            "skills": _skills(talent.skills),
            "form": labels.form(talent.form, lang),
            "contract_from": talent.contract_from,
            "contract_until": talent.contract_until,
            "renewed_until": talent.renewed_until or "",
            "overhead": float(decimal(talent.overhead)),
            "municipalities_at_once": talent.municipalities_at_once,
            "base": places.name(talent.base) if talent.base else "",
            "remote": labels.yes_no(talent.remote, lang),
            "excluded": _listed(talent.excluded),
            "employer": talent.employer or "",
            "trained_from": talent.trained_from or "",
            "training_waiver": labels.training_waiver(waiver, lang) if waiver else "",
        }
        if stamped:
            columns["revision"] = talent.revision
        rows.append(FilledRow(columns=columns, hours=hours))
    return tuple(rows)


def _from(first: Month, hours: Mapping[Month, int]) -> dict[Month, int]:
    return {month: quarters for month, quarters in hours.items() if month >= first and quarters}


def _listed(words: Iterable[str]) -> str:
    return "、".join(words)


def _skills(skills: dict[str, int]) -> str:
    return _listed(f"{name}:{level}" for name, level in skills.items())
