"""Strings that identify different things have different types."""

from typing import Annotated, NewType

from pydantic import StringConstraints

PoolId = NewType("PoolId", str)
RequestId = NewType("RequestId", str)
LineId = NewType("LineId", str)
TalentId = NewType("TalentId", str)
MatchId = NewType("MatchId", str)
ActorId = NewType("ActorId", str)

#: Who acts where nobody does: a plan changes a match; the months of a pool turn.
MATCHER, CALENDAR = ActorId("matcher"), ActorId("calendar")

#: Prefecture code of the pool's owner, two digits (JIS X 0401): 20 is Nagano.
PoolIdField = Annotated[PoolId, StringConstraints(pattern=r"^[0-9]{2}$")]

#: Ids are printable ASCII, so that they are safe in topic keys, file names and log lines.
_ID = StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
RequestIdField = Annotated[RequestId, _ID]
TalentIdField = Annotated[TalentId, _ID]
MatchIdField = Annotated[MatchId, _ID]
#: Who acts, as an id and never a name: a kind of actor, and which one (`coordinator:20-1`, `cli`).
ActorField = Annotated[
    ActorId,
    StringConstraints(
        pattern=r"^[a-z][a-z0-9_-]*(:[A-Za-z0-9][A-Za-z0-9._-]*)?$", min_length=1, max_length=64
    ),
]
LineIdField = Annotated[
    LineId, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}/[1-9][0-9]{0,2}$")
]


def line_id(request_id: str, line: int) -> LineId:
    """The id of one demand line of a request: `R-001/2`."""
    return LineId(f"{request_id}/{line}")


def request_of(line: LineId) -> RequestId:
    """The request a line belongs to."""
    return RequestId(line.rpartition("/")[0])


def line_number(line: LineId) -> int:
    """The number of a line within its request."""
    return int(line.rpartition("/")[2])
