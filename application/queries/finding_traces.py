"""Which postings an id belongs to: of a correlation, an event, a match, a request, a talent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.queries.timeline import timeline_of
from application.session import ReadSession
from models.errors import Absent
from models.ids import LineId, request_of

#: So many are listed, the newest first.
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTrace:
    """A change that belongs to the id, and the posting that led to it."""

    correlation_id: UUID
    time: datetime
    subject: str
    revision: int
    reason: str  #: a code


async def traces_of(session: ReadSession, text: str) -> UUID | Sequence[FoundTrace]:
    """The only posting, or every change of a thing, newest first. Raises Absent."""
    written = text.strip()
    try:
        return await _of_event(session, UUID(written))
    except ValueError:
        pass
    subject = request_of(LineId(written)) if "/" in written else written
    views = await timeline_of(session, await session.reads.pools(), subject)
    made = [each for view in views for each in view.entries]
    made.sort(key=lambda each: each.time, reverse=True)
    return [
        FoundTrace(
            correlation_id=each.correlation_id,
            time=each.time,
            subject=each.subject,
            revision=each.revision,
            reason=each.reason,
        )
        for each in made[:MOST]
    ]


async def _of_event(session: ReadSession, id_: UUID) -> UUID:
    """Its own where it is a correlation id; else that of the event or the dead letter."""
    reads = session.reads
    if await reads.traced_facts(id_) or await reads.appended(id_):
        return id_
    if story := await reads.story_of_event(id_):
        return story
    letters = await reads.dead_letters()
    for letter in letters:
        if letter.correlation_id and id_ in {letter.id, letter.correlation_id}:
            return letter.correlation_id
    _, made = await reads.story(id_)
    if made:
        return id_
    raise Absent("trace_unknown", id=str(id_))
