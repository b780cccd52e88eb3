"""Rows become talents, and the people they are: one row, one talent.

The personal columns go into `Person` alone; nothing of them is in a talent or a fault.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from models.codes import MunicipalityCode
from models.entities import Form, Person, Role, Talent
from models.hours import MOST_IN_A_MONTH, PER_HOUR
from models.ids import PoolId, TalentId
from models.months import Month
from models.validation import reasons
from producers.spreadsheets import cells
from producers.spreadsheets.cells import Unfit, choice, identity, integer, month, parts, within
from producers.spreadsheets.files import Cell
from producers.spreadsheets.municipalities import Municipalities
from producers.spreadsheets.rows import Row


class TalentRows:
    """Takes the rows of a sheet one by one; then gives the talents and people."""

    def __init__(self, pool_id: PoolId, own: Municipalities, anywhere: Municipalities) -> None:
        self._pool_id = pool_id
        self._own, self._anywhere = own, anywhere
        self._seen: dict[str, str] = {}
        self._talents: list[Talent] = []
        self._people: list[Person] = []

    @property
    def talents(self) -> tuple[Talent, ...]:
        """Every talent without a fault, in the order of the sheet."""
        return tuple(self._talents)

    @property
    def people(self) -> tuple[Person, ...]:
        """The personal data of those talents whose row has a name."""
        return tuple(self._people)

    def take(self, row: Row) -> None:
        """Read a row; what is wrong in it joins its faults."""
        before = len(row.faults.found)
        ident = row.need("talent_id", identity) or ""
        if ident in self._seen:
            row.add("id_twice", "talent_id", first=self._seen[ident])
        elif ident:
            self._seen[ident] = row.name("talent_id")
        fields = self._fields(row)
        hours = row.hours(cells.hours(MOST_IN_A_MONTH // PER_HOUR))
        if not hours and len(row.faults.found) == before:
            row.add("no_capacity", "talent_id")
        person = {
            "name": row.take("name", within(80), ""),
            "mail": row.take("mail", within(120), ""),
            "note": row.take("note", within(400, lines=True), ""),
        }
        if row.blank("name") and (person["mail"] or person["note"]):
            row.add("empty", "name", name=row.title("name"))
        if len(row.faults.found) == before:
            self._make(row, ident, fields, hours, person)

    def _fields(self, row: Row) -> dict[str, Any]:
        first = row.need("contract_from", month)
        last = row.need("contract_until", month)
        if first and last and last < first:
            row.add("contract_order", "contract_until", first=first)
        base = row.take("base", self._anywhere.by_name, ())
        if len(base) > 1:
            row.add("too_many", "base", limit=1)
        self._anywhere.say_mended(row, "base")
        employer = row.take("employer", cells.corporate_numbers(1), ())
        return {
            "roles": row.need("roles", _roles),
            "skills": row.take("skills", cells.skills, {}),
            "form": Form(row.take("form", choice("forms"), "full_time")),
            "contract_from": first,
            "contract_until": last,
            "renewed_until": row.take("renewed_until", month, None),
            "overhead": row.take("overhead", cells.hours(MOST_IN_A_MONTH // PER_HOUR), 0),
            "municipalities_at_once": row.take("municipalities_at_once", integer(1, 100), 4),
            "base": base[0] if base else None,
            "remote": row.take("remote", choice("yes_no"), "yes") == "yes",
            "excluded": self._excluded(row),
            "employer": employer[0] if employer else None,
            "trained_from": row.take("trained_from", month, None),
            "training_waiver": row.take("training_waiver", choice("training_waivers"), None),
        }

    def _excluded(self, row: Row) -> tuple[MunicipalityCode, ...]:
        found = row.take("excluded", self._own.by_name, ())
        self._own.say_mended(row, "excluded")
        return found

    def _make(
        self,
        row: Row,
        ident: str,
        fields: Mapping[str, Any],
        hours: Mapping[Month, int],
        person: Mapping[str, str],
    ) -> None:
        talent_id = TalentId(ident)
        try:
            talent = Talent(
                pool_id=self._pool_id, talent_id=talent_id, capacity=dict(hours), **fields
            )
            if person["name"]:
                who = Person(pool_id=self._pool_id, talent_id=talent_id, **person)
                self._people.append(who)
        except ValidationError as error:
            row.add("refused", "talent_id", why=reasons(error))
        else:
            self._talents.append(talent)


def _roles(cell: Cell) -> tuple[Role, ...]:
    one = choice("roles")
    found = [Role(one(part)) for part in parts(cell)]
    for role in found:
        if found.count(role) > 1:
            raise Unfit("role_repeated", role=role)
    if not found:
        raise Unfit("choice", of="roles")
    return tuple(found)
