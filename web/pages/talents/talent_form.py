"""Who a talent is, as a form: what is typed, and the entity or the edits that it comes to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from starlette.datastructures import FormData

from application.edits import Edit, SetField, SetHours
from models.entities import Person, Talent
from models.errors import Mistake
from models.hours import decimal, hours_number
from models.months import Month
from models.phrase import Phrase
from models.validation import mistake
from producers.ports import Places
from web.frame.form_errors import FormErrors
from web.frame.typed_anew import typed_anew
from wording.fields.typed_fields import value
from wording.typed.values import hours

#: In the order of the form.
FIELDS = (
    "roles",
    "skills",
    "form",
    "contract_from",
    "contract_until",
    "renewed_until",
    "overhead",
    "municipalities_at_once",
    "base",
    "remote",
    "excluded",
    "employer",
    "trained_from",
    "training_waiver",
)
PERSON = ("name", "mail", "note")
#: Chosen from a list: what stands in them are codes.
_CODES = frozenset({"form", "remote", "training_waiver"})


@dataclass(slots=True)
class TalentForm:
    """What stands in the fields."""

    typed: dict[str, str]
    roles: list[str]
    was: dict[str, str] = field(default_factory=dict)  #: as it stands, before anything is typed
    errors: FormErrors = field(default_factory=FormErrors)

    @classmethod
    def empty(cls, first: Month, last: Month) -> "TalentForm":
        """Of somebody new."""
        typed = dict.fromkeys((*FIELDS, *PERSON, "talent_id", "hours"), "")
        usual = {"form": "full_time", "overhead": "0", "municipalities_at_once": "4"}
        return cls(
            typed | usual | {"remote": "yes", "contract_from": first, "contract_until": last}, []
        )

    @classmethod
    def of(
        cls, talent: Talent, person: Person | None, months: Sequence[Month], places: Places
    ) -> "TalentForm":
        """As somebody stands."""
        typed = dict.fromkeys(FIELDS, "")
        for name in ("form", "contract_from", "contract_until", "renewed_until", "employer"):
            typed[name] = getattr(talent, name) or ""
        typed |= {
            "skills": "、".join(f"{name}:{level}" for name, level in talent.skills.items()),
            "overhead": decimal(talent.overhead),
            "municipalities_at_once": str(talent.municipalities_at_once),
            "base": places.name(talent.base) if talent.base else "",
            "remote": "yes" if talent.remote else "no",
            "excluded": "、".join(map(places.name, talent.excluded)),
            "trained_from": talent.trained_from or "",
            "training_waiver": talent.training_waiver or "",
        }
        typed |= {name: getattr(person, name) if person else "" for name in PERSON}
        typed |= {f"h-{month}": decimal(talent.capacity.get(month, 0)) for month in months}
        roles = [role.value for role in talent.roles]
        return cls(typed, roles, typed | {"roles": ",".join(roles)})

    def take(self, form: FormData) -> None:
        """What was typed stands there now; where nothing was, what others stated meanwhile."""
        for name, stands in self.typed.items():
            if name == "roles":  # several boxes: below
                continue
            told = name not in _CODES
            self.typed[name] = typed_anew(form, name, stands, self.errors, told=told)
        chosen = {"roles": ",".join(map(str, form.getlist("roles")))}
        chosen |= {n: str(v) for n, v in form.items() if n == "was-roles"}
        roles = typed_anew(chosen, "roles", ",".join(self.roles), self.errors, told=False)
        self.roles = [each for each in roles.split(",") if each]

    def read(self, places: Places, pool_id: str) -> dict[str, Any]:
        """Each field as it stands in the entity's JSON; what cannot be read is noted."""
        found: dict[str, Any] = {}
        if not self.roles:
            self.errors.add("roles", Phrase.of("web_talents_role_lacks"))
        for name in FIELDS:
            text = ",".join(self.roles) if name == "roles" else self.typed[name]
            if name == "skills" and not text.strip():
                found[name] = {}
                continue
            try:
                found[name] = value(name, text, places, pool_id)
            except Mistake as error:
                self.errors.add(name, error.phrase)
        return found

    def edits(self, talent: Talent, months: Sequence[Month], places: Places) -> tuple[Edit, ...]:
        """What differs from how the talent stands."""
        standing = talent.model_dump(mode="json")
        edits: list[Edit] = [
            SetField(field=name, value=new)
            for name, new in self.read(places, talent.pool_id).items()
            if new != standing[name]
        ]
        for month in months:
            amount = self.errors.read(f"h-{month}", self.typed[f"h-{month}"], hours)
            if amount is not None and amount != talent.capacity.get(month, 0):
                edits.append(SetHours(months=(month,), quarters=amount))
        return tuple(edits)

    def new(
        self, pool_id: str, talent_id: str, months: Sequence[Month], places: Places
    ) -> tuple[Talent, Person | None] | None:
        """The talent and the person; None where something is wrong, which is noted."""
        document = self.read(places, pool_id)
        amount = self.errors.read("hours", self.typed["hours"], hours)
        if self.errors or amount is None:
            return None
        first, last = document["contract_from"], document["contract_until"]
        capacity = {m: hours_number(amount) for m in months if first <= m <= last and amount}
        document |= {"pool_id": pool_id, "talent_id": talent_id, "capacity": capacity}
        person = {name: self.typed[name] for name in PERSON}
        found = []
        with self.errors.noted((*FIELDS, *PERSON, "talent_id")):
            found.append(
                (made(document), who(pool_id, talent_id, person) if person["name"] else None)
            )
        return found[0] if found else None

    def person(self, before: Person | None) -> dict[str, str]:
        """What is new of name, mail and note."""
        return {
            name: self.typed[name]
            for name in PERSON
            if self.typed[name] != (getattr(before, name) if before else "")
        }


def made(document: Mapping[str, Any]) -> Talent:
    """Raises Mistake where it is not valid."""
    try:
        return Talent.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise mistake(error, str(document["talent_id"])) from None


def who(pool_id: str, talent_id: str, person: Mapping[str, str]) -> Person:
    """Raises Mistake where it is not valid."""
    try:
        return Person.model_validate({"pool_id": pool_id, "talent_id": talent_id, **person})
    except ValidationError as error:
        raise mistake(error, talent_id) from None
