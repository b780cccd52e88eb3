"""What a person gets back for a posting: the ids by which it can be followed."""

from dataclasses import dataclass
from uuid import UUID

from models.envelope import Message
from models.facts import PoolConfigured, RequestStated, TalentStated


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The log has acknowledged a fact: it will be applied, and can be followed by these ids."""

    event_id: UUID
    correlation_id: UUID
    pool_id: str
    subject: str
    revision: int | None = None


def receipt_of(message: Message) -> Receipt:
    """The receipt of a message that the log has acknowledged."""
    fact = message.fact
    match fact:
        case RequestStated():
            revision: int | None = fact.request.revision
        case TalentStated():
            revision = fact.talent.revision
        case PoolConfigured():
            revision = fact.revision
        case _:
            revision = None
    return Receipt(
        event_id=message.envelope.event_id,
        correlation_id=message.envelope.correlation_id,
        pool_id=fact.key,
        subject=fact.subject,
        revision=revision,
    )
