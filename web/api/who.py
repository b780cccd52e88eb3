"""Who a talent is, beside what matching knows of it: read apart, kept off every topic."""

from typing import Any

from models.entities import Person, Talent
from models.phrase import Phrase
from web.api.bodies import inlined, read_as, some_of
from web.api.problems import Failed

#: Fields that no change may set: they say which talent it is, or are counted by the house.
_FIXED = frozenset({"pool_id", "talent_id", "revision", "status", "sample"})
_NAMED = frozenset({"pool_id", "talent_id"})
_PERSON = some_of(Person.model_json_schema(), _NAMED)

#: A talent as it is posted, and what may change of one.
NEW_TALENT = inlined(Talent.model_json_schema())
NEW_TALENT["properties"]["person"] = {**_PERSON, "required": ["name"]}
CHANGES = some_of(Talent.model_json_schema(), _FIXED)
CHANGES["properties"]["person"] = _PERSON


def person_of(talent: Talent, given: Any) -> tuple[Person, ...]:
    """Who a new talent is; nobody where nothing is said. Raises Failed, Mistake."""
    if given is None:
        return ()
    _check(given)
    ids = {"pool_id": talent.pool_id, "talent_id": talent.talent_id}
    return (read_as(Person, {**given, **ids}),)


def person_changes(given: Any) -> dict[str, str]:
    """What is new of name, mail and note. Raises Failed."""
    if given is None:
        return {}
    _check(given)
    if not all(isinstance(value, str) for value in given.values()):
        raise Failed(422, Phrase.of("api_person_wrong"))
    return dict(given)


def _check(given: Any) -> None:
    if not isinstance(given, dict) or not set(given) <= set(_PERSON["properties"]):
        raise Failed(422, Phrase.of("api_person_wrong"))
