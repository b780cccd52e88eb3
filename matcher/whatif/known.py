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
    known = "、".join(t.talent_id for t in snapshot.talents[:5]) or "なし / none"
    raise Mistake(
        f"人材 {talent_id} はこのプールにいません（いるのは {known} など）。IDを確かめてください"
        f" / no talent {talent_id} in this pool"
    )


def the_request(snapshot: Snapshot, request_id: str) -> Request:
    """The open request with this id. Raises Mistake."""
    for request in snapshot.requests:
        if request.request_id == request_id:
            return request
    raise Mistake(
        f"支援要請 {request_id} は募集中ではありません。talentpool show plan でIDを確かめてください"
        f" / no open request {request_id} in this pool"
    )


def no_line(request: Request, line: int) -> Mistake:
    """What to say of a line that a request does not have."""
    numbers = "、".join(str(each.line) for each in request.lines)
    return Mistake(
        f"支援要請 {request.request_id} に要請枠 {line} はありません（あるのは {numbers}）"
        f" / request {request.request_id} has no demand line {line}; there are {numbers}"
    )
