"""CloudEvents 1.0 around a fact, in the headers of a record (Kafka binding, binary mode)."""

from datetime import UTC, datetime
from functools import cache
from typing import Self, TypeVar
from uuid import UUID

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from models.entities import Revision
from models.errors import Unreadable, WrittenByNewer
from models.event_log import NewRecord, Record
from models.facts import FACTS, Fact
from models.frozen import Frozen
from models.ids import ActorField, ActorId

T = TypeVar("T")

#: So many fields are named in a reason.
_NAMED = 8
#: What validation says of a value that is not one of an enumeration.
_KINDS = ("enum", "literal_error")
_TIME = TypeAdapter(AwareDatetime)
_ACTOR: TypeAdapter[ActorId] = TypeAdapter(ActorField)
_REVISION: TypeAdapter[int] = TypeAdapter(Revision)


class Envelope(Frozen):
    """Who says what about which thing, and what it belongs to.

    `event_id` makes a repeat recognisable; `correlation_id` stays the same from a posting to
    every match event it causes.
    """

    event_id: UUID
    source: str
    time: AwareDatetime
    correlation_id: UUID
    traceparent: str | None = None
    actor: ActorField | None = None  #: who acted; none in facts older than this was asked
    #: the revision that the actor was looking at; none where nobody said
    seen: Revision | None = None

    @classmethod
    def begin(
        cls,
        event_id: UUID,
        source: str,
        time: datetime,
        *,
        actor: str | None = None,
        seen: int | None = None,
    ) -> Self:
        """The envelope of a fact that starts a new story."""
        return cls(
            event_id=event_id,
            source=source,
            time=time,
            correlation_id=event_id,
            actor=None if actor is None else ActorId(actor),
            seen=seen,
        )


class Message(Frozen):
    """A fact in its envelope."""

    envelope: Envelope
    fact: Fact

    def record(self) -> NewRecord:
        """The bytes to append."""
        headers = {
            "content-type": "application/json",
            "ce_specversion": "1.0",
            "ce_id": str(self.envelope.event_id),
            "ce_source": self.envelope.source,
            "ce_type": self.fact.type,
            "ce_time": self.envelope.time.astimezone(UTC).isoformat(),
            "ce_subject": self.fact.subject,
            "ce_correlationid": str(self.envelope.correlation_id),
        }
        if self.envelope.traceparent:
            headers["traceparent"] = self.envelope.traceparent
        if self.envelope.actor:
            headers["ce_actor"] = self.envelope.actor
        if self.envelope.seen:
            headers["ce_seen"] = str(self.envelope.seen)
        return NewRecord(
            topic=self.fact.topic,
            key=self.fact.key,
            value=self.fact.model_dump_json().encode(),
            headers=tuple((name, text.encode()) for name, text in headers.items()),
        )


def read(record: Record, fact_type: type[Fact]) -> Message:
    """The message in a record: the one place where bytes become a fact.

    Fields that this version does not know are passed over. Raises Unreadable (WrittenByNewer where
    a kind of thing is not known), naming the header or field and what is wrong with it, never its
    content (a broken record may carry anything, and reasons are logged).
    """
    headers = {name: value.decode("utf-8", "replace") for name, value in record.headers}
    if missing := [h for h in ("ce_id", "ce_source", "ce_type", "ce_time") if h not in headers]:
        raise Unreadable("header_missing", header=missing[0])
    if headers["ce_type"] != fact_type.type:
        raise Unreadable("type_differs", type=fact_type.type)
    try:
        envelope = Envelope(
            event_id=UUID(headers["ce_id"]),
            source=headers["ce_source"],
            time=_TIME.validate_python(headers["ce_time"]),
            correlation_id=UUID(headers.get("ce_correlationid", headers["ce_id"])),
            traceparent=headers.get("traceparent"),
            actor=_optional(_ACTOR, headers.get("ce_actor")),
            seen=_optional(_REVISION, headers.get("ce_seen")),
        )
    except ValueError:
        raise Unreadable("header_malformed") from None
    try:
        fact = fact_type.read_kept(record.value)
    except ValidationError as error:
        if unknown := _unknown_kinds(error):
            raise WrittenByNewer("written_by_newer_version", fields=unknown) from None
        raise Unreadable("fact_malformed", faults=faults(error)) from None
    if record.key != fact.key:
        raise Unreadable("key_is_not_the_pool")
    return Message(envelope=envelope, fact=fact)


def _optional(form: TypeAdapter[T], text: str | None) -> T | None:
    """What a header says that no fact needs; one of another form says nothing."""
    try:
        return None if text is None else form.validate_python(text)
    except ValidationError:
        return None


def faults(error: ValidationError) -> tuple[str, ...]:
    """Where and why values were refused, without the values: the first ones.

    A key may be content too (an unknown field can be anybody's name): only our own field names
    and positions are repeated.
    """
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return tuple(f"{_path(each['loc'])}: {each['type']}" for each in found[:_NAMED])


def reasons(error: ValidationError) -> str:
    """The same in one line."""
    return "; ".join(faults(error))


def _unknown_kinds(error: ValidationError) -> tuple[str, ...]:
    """The fields that hold a kind this version does not know, where nothing else is wrong."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    kinds = [each["loc"] for each in found if each["type"] in _KINDS]
    # What holds such a value is said to be wrong as well.
    others = (e["loc"] for e in found if e["type"] not in _KINDS)
    if not all(any(at == kind[: len(at)] for kind in kinds) for at in others):
        return ()
    return tuple(map(_path, kinds[:_NAMED]))


def _path(loc: tuple[int | str, ...]) -> str:
    return ".".join(map(_place, loc)) or "value"


def _place(part: int | str) -> str:
    return str(part) if isinstance(part, int) or part in _field_names() else "?"


@cache
def _field_names() -> frozenset[str]:
    """Every field name of every fact."""
    names: set[str] = set()
    for fact in FACTS:
        schema = fact.model_json_schema()
        for model in (schema, *schema.get("$defs", {}).values()):
            names |= set(model.get("properties", ()))
    return frozenset(names)
