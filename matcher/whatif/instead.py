"""An entity as it would be, in the place of what the pool has of it."""

from dataclasses import replace

from matcher.ports import Snapshot
from matcher.whatif.known import the_request, with_talent
from models.entities import Request, Talent
from models.errors import Mistake


def with_other_talent(snapshot: Snapshot, talent: Talent) -> Snapshot:
    """Somebody with an id that nobody has is one more. Mistake where they have changed since."""
    known = next((t for t in snapshot.talents if t.talent_id == talent.talent_id), None)
    if known is None:
        return replace(snapshot, talents=(*snapshot.talents, talent))
    _check(talent.talent_id, talent.revision, known.revision)
    return with_talent(snapshot, talent)


def with_other_request(snapshot: Snapshot, request: Request) -> Snapshot:
    """Raises Mistake where it is not there, or has changed since."""
    known = the_request(snapshot, request.request_id)
    _check(request.request_id, request.revision, known.revision)
    return replace(
        snapshot, requests=tuple(request if r is known else r for r in snapshot.requests)
    )


def _check(subject: str, made_from: int, now: int) -> None:
    if made_from != now:
        raise Mistake("whatif_changed_since", subject=subject, made_from=made_from, now=now)
