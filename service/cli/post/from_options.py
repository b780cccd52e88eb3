"""A request or a talent from what a person wrote on the command line."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from models.entities import Person, Request, Talent
from models.errors import Mistake
from models.months import Month, between
from models.phrase import Phrase
from models.validation import mistake
from wording.fields import typed_fields
from wording.typed import notation
from wording.typed.months import month
from wording.typed.values import role

E = TypeVar("E", Request, Talent)

REQUEST_EXAMPLE = (
    "talentpool post request --municipality 佐久市 --title 窓口業務改革 --role pm --hours 16"
)
TALENT_EXAMPLE = "talentpool post talent --pool 20 --role engineer --hours 40"


def lines(
    *,
    roles: Sequence[str],
    hours: Sequence[str],
    written: Sequence[str],
    options: Mapping[str, Any],
    default: Sequence[Month],
) -> list[dict[str, Any]]:
    """Demand lines: one from --role and --hours, then one from each --line."""
    if len(roles) > 1:
        raise Mistake("one_role_only", example=notation.LINE_EXAMPLE)
    made = []
    if roles:
        by_month = notation.hours_by_month(hours, default)
        if not by_month:
            raise Mistake("role_without_hours")
        only = typed_fields.of_field("role", role, roles[0])
        made.append({"line": 1, "role": only, "hours": by_month, **options})
    elif hours or options:
        raise Mistake("hours_without_role")
    for text in written:
        made.append(notation.line(text, len(made) + 1, default))
    if not made:
        raise Mistake("no_line_given", example=REQUEST_EXAMPLE)
    return made


def request(given: Mapping[str, Any]) -> Request:
    """A valid request. Raises Mistake with every fault."""
    return _valid(Request, given, Phrase.of("the_request"))


def talent(given: Mapping[str, Any]) -> Talent:
    """A valid talent. Raises Mistake with every fault."""
    return _valid(Talent, given, Phrase.of("the_talent"))


def contract(begins: str | None, ends: str | None, present: Month) -> tuple[Month, ...]:
    """Contract months: from the present month until the end of its fiscal year by default."""
    first = typed_fields.of_field("contract_from", month, begins) if begins else present
    last = notation.until_fiscal_year_end(first)[-1]
    if ends:
        last = typed_fields.of_field("contract_until", month, ends)
    if last < first:
        raise Mistake("contract_ends_before", first=first, last=last)
    return tuple(between(first, last))


def person(talents: Sequence[Talent], *, name: str, mail: str, note: str) -> Person:
    """Who the one talent is. Raises Mistake, which repeats nothing of a person."""
    if len(talents) != 1:
        raise Mistake("one_name_only")
    whose = {"pool_id": talents[0].pool_id, "talent_id": talents[0].talent_id}
    try:
        return Person.model_validate({**whose, "name": name, "mail": mail, "note": note})
    except ValidationError as error:
        raise mistake(error, Phrase.of("the_talent")) from None


def _valid(kind: type[E], given: Mapping[str, Any], what: Phrase) -> E:
    try:
        return kind.model_validate(dict(given))
    except ValidationError as error:
        raise mistake(error, what) from None
