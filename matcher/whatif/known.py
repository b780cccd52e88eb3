"""What a scenario names, found in the pool; what is not there is said with how to mend it."""

from dataclasses import replace

from matcher.ports import Snapshot
from models.entities import Request, Talent
from models.errors import Mistake


def with_talent(snapshot: Snapshot, talent: Talent) -> Snapshot:
    """The pool with this talent in the place of the one with the same id."""
    return replace(
        snapshot,
        talents=tuple(talent if t.talent_id == talent.talent_id else t for t in snapshot.talents),
    )


def the_talent(snapshot: Snapshot, talent_id: str) -> Talent:
    """The talent with this id. Raises Mistake."""
    for talent in snapshot.talents:
        if talent.talent_id == talent_id:
            return talent
    known = tuple(talent.talent_id for talent in snapshot.talents)
    raise Mistake("whatif_no_talent", talent_id=talent_id, known=known)


def the_request(snapshot: Snapshot, request_id: str) -> Request:
    """The open request with this id. Raises Mistake."""
    for request in snapshot.requests:
        if request.request_id == request_id:
            return request
    raise Mistake("whatif_no_request", request_id=request_id)


def no_line(request: Request, line: int) -> Mistake:
    """What to say of a line that a request does not have."""
    return Mistake(
        "whatif_no_line",
        request_id=request.request_id,
        line=line,
        known=tuple(each.line for each in request.lines),
    )
