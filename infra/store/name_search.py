"""How a person may stand in the bytes of a record that nobody could read."""

import json
import re
from collections.abc import Sequence

from models.entities import Person
from models.envelope import read
from models.errors import Unreadable
from models.event_log import NewRecord, Record
from models.facts import FACTS, TalentStated, dead
from models.ids import PoolId, TalentId

#: Shorter ones would be found in what is no name.
_LEAST = 2
#: As programs of offices write text.
_CODES = ("utf-8", "cp932", "euc_jp", "utf-16-le", "utf-16-be")
_FACTS = {fact.topic: fact for fact in FACTS}
_POOL = re.compile("[0-9]{2}")
_OF_TALENTS = (TalentStated.topic, dead(TalentStated.topic))


def names_of(person: Person | None) -> list[bytes]:
    """Name, mail and note as text of every usual code, and as JSON writes it in ASCII; a name
    also without its space, or with a wide one."""
    if person is None:
        return []
    spaced = [between.join(person.name.split()) for between in ("", " ", "\N{IDEOGRAPHIC SPACE}")]
    given = [person.name, *spaced, person.mail, person.note]
    words = dict.fromkeys(word.strip() for word in given if len(word.strip()) >= _LEAST)
    forms = dict.fromkeys(f for word in words for f in (word, json.dumps(word)[1:-1]))
    coded = (f.encode(code) for f in forms for code in _CODES if _fits(f, code))
    return list(dict.fromkeys(coded))


def speaks_of(
    record: NewRecord, names: Sequence[bytes], pool_id: PoolId, talent_id: TalentId
) -> bool:
    """Whether the bytes hold a name, or are an unreadable statement about the talent.

    The second finds an older name too, which the store no longer knows.
    """
    parts = [record.value, record.key.encode("utf-8", "surrogatepass")]
    for name, value in record.headers:
        parts += [name.encode("utf-8", "surrogatepass"), value]
    if any(name in part for name in names for part in parts):
        return True
    if record.topic not in _OF_TALENTS or json.dumps(str(talent_id)).encode() not in record.value:
        return False
    elsewhere = _POOL.fullmatch(record.key) and record.key != pool_id
    return not elsewhere and not readable(record)


def readable(record: NewRecord) -> bool:
    """Whether it is what people stated, which has no place for a name, and a restore needs."""
    fact = _FACTS.get(record.topic)
    if fact is None:
        return False
    try:
        read(
            Record(
                topic=record.topic,
                partition=0,
                offset=0,
                key=record.key,
                headers=record.headers,
                value=record.value,
            ),
            fact,
        )
    except Unreadable:
        return False
    return True


def _fits(text: str, code: str) -> bool:
    try:
        return bool(text.encode(code))
    except UnicodeEncodeError:
        return False
